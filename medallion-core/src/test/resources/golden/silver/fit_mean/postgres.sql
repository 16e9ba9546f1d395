-- probe of orders
select * from (select
  0 as "question",
  "f"."found" as "value",
  "f"."n" as "row_count",
  "f"."place" as "missing",
  0 as "refused"
from (select (cast(sum(cast("d"."v" as decimal(38, 0)) * "d"."n") as text) collate "C") as "found", coalesce(sum("d"."n"), 0) as "n", 0 as "place" from (select
  "step3"."value0" as "v",
  sum("step3"."carried0") as "n"
from (select
  "step2"."carried0" as "carried0",
  "step2"."clean0" as "clean0",
  "step2"."text0" as "text0",
  case when "step2"."clean0" is not null then "step2"."clean0" when "step2"."text0" is not null then case when (
    ("step2"."text0" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("step2"."text0") <= 1000)
    and ((char_length(ltrim(split_part("step2"."text0", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("step2"."text0", '.', 1), '+-0')) = 10 and ltrim(split_part("step2"."text0", '.', 1), '+-0') collate "C" <= case when "step2"."text0" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("step2"."text0", '.', 1) as integer) end end as "value0"
from (select
  "step1"."carried0" as "carried0",
  "step1"."clean0" as "clean0",
  case when "step1"."clean0" is null then nullif(case when left("step1"."raw0", 1) collate "C" between '!' and '~' and right("step1"."raw0", 1) collate "C" between '!' and '~' then "step1"."raw0" else regexp_replace("step1"."raw0", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text0"
from (select
  "b"."_count" as "carried0",
  "b"."n" as "raw0",
  case when octet_length("b"."n") <= 9 and "b"."n" ~ '^-?[0-9]+$' then cast("b"."n" as integer) end as "clean0"
from (select
  "b"."n",
  count(*) as "_count"
from "bronze"."orders" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )
group by "b"."n") as "b" offset '0') as "step1" offset '0') as "step2" offset '0') as "step3"
where (
  ("step3"."value0" is not null)
  and (case when ("step3"."value0" > 100) then 0 else 1 end = 1)
)
group by "step3"."value0") as "d") as "f") as "q0";
