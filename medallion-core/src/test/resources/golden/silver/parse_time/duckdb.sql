-- preview of silver.cells
select
  "step5"."carried0" "_batch_id",
  "step5"."carried1" "_row_number",
  "step5"."carried3" "v__before",
  "step5"."value0" "v",
  nullif(concat_ws('; ', case when ("step5"."value0" is null and "step5"."text0" is not null) then 'v: not a time' end), '') "_reasons"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."carried2" "carried2",
  "step4"."carried3" "carried3",
  "step4"."clean0" "clean0",
  "step4"."text0" "text0",
  case when "step4"."clean0" is not null then "step4"."clean0" else cast("step4"."reshaped0_0" as time) end "value0"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."carried2" "carried2",
  "step3"."carried3" "carried3",
  "step3"."clean0" "clean0",
  "step3"."text0" "text0",
  case when (regexp_full_match("step3"."text0", '(?:1[0-2]|0?[1-9]):[0-5][0-9] [AaPp][Mm]')) then try_strptime("step3"."text0", '%I:%M %p') end "reshaped0_0"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."carried2" "carried2",
  "step2"."carried3" "carried3",
  "step2"."clean0" "clean0",
  case when "step2"."clean0" is null then nullif(case when "step2"."carried3" >= '!' and "step2"."carried3" < chr(127) and right("step2"."carried3", 1) between '!' and '~' then "step2"."carried3" else regexp_replace("step2"."carried3", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."carried2" "carried2",
  "step1"."carried3" "carried3",
  cast("step1"."shaped0_0" as time) "clean0"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."_place" "carried2",
  "b"."v" "carried3",
  case when (regexp_full_match("b"."v", '(?:1[0-2]|0?[1-9]):[0-5][0-9] [AaPp][Mm]')) then try_strptime("b"."v", '%I:%M %p') end "shaped0_0"
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
limit 10) "b") "step1") "step2") "step3") "step4") "step5"
order by "step5"."carried2";
