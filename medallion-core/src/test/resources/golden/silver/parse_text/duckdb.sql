-- preview of silver.cells
select
  "step1"."carried0" "_batch_id",
  "step1"."carried1" "_row_number",
  "step1"."carried3" "v__before",
  "step1"."text0" "v",
  cast(null as varchar) "_reasons"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."_place" "carried2",
  "b"."v" "carried3",
  upper(nullif(case when "b"."v" >= '!' and "b"."v" < chr(127) and right("b"."v", 1) between '!' and '~' then "b"."v" else regexp_replace("b"."v", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, 'N/A')) "text0"
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
limit 10) "b") "step1"
order by "step1"."carried2";
