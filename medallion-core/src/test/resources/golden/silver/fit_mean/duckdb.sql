-- probe of orders
select * from (select
  0 "question",
  "f"."found" "value",
  "f"."n" "row_count",
  "f"."place" "missing",
  0 "refused"
from (select cast(sum(cast("d"."v" as decimal(38, 0)) * "d"."n") as varchar) as "found", coalesce(sum("d"."n"), 0) as "n", 0 as "place" from (select
  "step4"."value0" "v",
  sum("step4"."carried0") "n"
from (select
  "step3"."carried0" "carried0",
  "step3"."clean0" "clean0",
  "step3"."text0" "text0",
  case when "step3"."clean0" is not null then "step3"."clean0" else case when (
    (regexp_full_match("step3"."text0", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step3"."text0") <= 1000)
  ) then try_cast("step3"."text0" as integer) end end "value0"
from (select
  "step2"."carried0" "carried0",
  "step2"."clean0" "clean0",
  case when "step2"."clean0" is null then nullif(case when "step2"."raw0" >= '!' and "step2"."raw0" < chr(127) and right("step2"."raw0", 1) between '!' and '~' then "step2"."raw0" else regexp_replace("step2"."raw0", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0"
from (select
  "step1"."carried0" "carried0",
  "step1"."raw0" "raw0",
  case when (
    (regexp_full_match("step1"."raw0", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step1"."raw0") <= 1000)
  ) then try_cast("step1"."raw0" as integer) end "clean0"
from (select
  "b"."_count" "carried0",
  "b"."n" "raw0"
from (select
  "b"."n",
  count(*) "_count"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )
group by "b"."n") "b") "step1") "step2") "step3") "step4"
where (
  ("step4"."value0" is not null)
  and (case when ("step4"."value0" > 100) then 0 else 1 end = 1)
)
group by "step4"."value0") as "d") "f") as "q0";
