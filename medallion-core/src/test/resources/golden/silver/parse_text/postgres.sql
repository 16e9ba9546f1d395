-- preview of silver.cells
select
  "step1"."carried0" as "_batch_id",
  "step1"."carried1" as "_row_number",
  "step1"."carried3" as "v__before",
  "step1"."text0" as "v",
  (cast(null as text) collate "C") as "_reasons"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."_place" as "carried2",
  "b"."v" as "carried3",
  (upper(nullif(case when left("b"."v", 1) collate "C" between '!' and '~' and right("b"."v", 1) collate "C" between '!' and '~' then "b"."v" else regexp_replace("b"."v", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, 'N/A') collate "default") collate "C") as "text0"
from (select
  "b"."_batch_id",
  "b"."_row_number",
  "b"."v",
  row_number() over (order by "x"."sequence", "b"."_row_number") as "_place"
from "bronze"."cells" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'cells')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )
order by "x"."sequence", "b"."_row_number"
fetch next 10 rows only) as "b" offset '0') as "step1"
order by "step1"."carried2";
