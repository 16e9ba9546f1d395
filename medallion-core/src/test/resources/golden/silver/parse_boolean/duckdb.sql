-- preview of silver.cells
select
  "step6"."carried0" "_batch_id",
  "step6"."carried1" "_row_number",
  "step6"."carried3" "v__before",
  "step6"."value0" "v",
  nullif(concat_ws('; ', case when ("step6"."value0" is null and "step6"."text0" is not null) then 'v: not a boolean' end), '') "_reasons"
from (select
  "step5"."carried0" "carried0",
  "step5"."carried1" "carried1",
  "step5"."carried2" "carried2",
  "step5"."carried3" "carried3",
  "step5"."clean0" "clean0",
  "step5"."text0" "text0",
  case when "step5"."clean0" is not null then "step5"."clean0" else case when "step5"."rearranged0_0" in ('yes') then true when "step5"."rearranged0_0" in ('no') then false end end "value0"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."carried2" "carried2",
  "step4"."carried3" "carried3",
  "step4"."clean0" "clean0",
  "step4"."text0" "text0",
  lower("step4"."text0") "rearranged0_0"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."carried2" "carried2",
  "step3"."carried3" "carried3",
  "step3"."clean0" "clean0",
  case when "step3"."clean0" is null then nullif(case when "step3"."carried3" >= '!' and "step3"."carried3" < chr(127) and right("step3"."carried3", 1) between '!' and '~' then "step3"."carried3" else regexp_replace("step3"."carried3", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."carried2" "carried2",
  "step2"."carried3" "carried3",
  case when "step2"."arranged0_0" in ('yes') then true when "step2"."arranged0_0" in ('no') then false end "clean0"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."carried2" "carried2",
  "step1"."carried3" "carried3",
  lower("step1"."carried3") "arranged0_0"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."_place" "carried2",
  "b"."v" "carried3"
from (select
  "b"."_batch_id",
  "b"."_row_number",
  "b"."v",
  row_number() over (order by "x"."sequence", "b"."_row_number") "_place"
from "bronze"."cells" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'cells')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )
order by "x"."sequence", "b"."_row_number"
limit 10) "b") "step1") "step2") "step3") "step4") "step5") "step6"
order by "step6"."carried2";
