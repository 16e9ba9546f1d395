-- preview of silver.cells
select
  "step3"."carried0" as "_batch_id",
  "step3"."carried1" as "_row_number",
  "step3"."carried3" as "v__before",
  "step3"."value0" as "v",
  nullif(concat_ws('; ', case when ("step3"."value0" is null and "step3"."text0" is not null) then 'v: not a number' end), '') as "_reasons"
from (select
  "step2"."carried0" as "carried0",
  "step2"."carried1" as "carried1",
  "step2"."carried2" as "carried2",
  "step2"."carried3" as "carried3",
  "step2"."clean0" as "clean0",
  "step2"."text0" as "text0",
  case when "step2"."clean0" is not null then "step2"."clean0" when "step2"."text0" is not null then case when (char_length(case when (
    ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
    and (octet_length("step2"."text0") <= 1000)
  ) then "step2"."text0" end) <= 300 and not (strpos(case when (
    ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
    and (octet_length("step2"."text0") <= 1000)
  ) then "step2"."text0" end, 'e') > 0 or strpos(case when (
    ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
    and (octet_length("step2"."text0") <= 1000)
  ) then "step2"."text0" end, 'E') > 0)) then (cast(case when (
    ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
    and (octet_length("step2"."text0") <= 1000)
  ) then "step2"."text0" end as double precision) + 0) when (
    (case when (
      ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
      and (octet_length("step2"."text0") <= 1000)
    ) then "step2"."text0" end ~ '^(?:[+-]?[0.]+(?:[eE].*)?)$')
    or (abs(cast(case when (
      ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
      and (octet_length("step2"."text0") <= 1000)
    ) then "step2"."text0" end as numeric)) > 2.47032822920623272088284396434e-324 and abs(cast(case when (
      ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
      and (octet_length("step2"."text0") <= 1000)
    ) then "step2"."text0" end as numeric)) < 1.79769313486231580793728971405e308)
  ) then (cast(case when (
    ("step2"."text0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)$')
    and (octet_length("step2"."text0") <= 1000)
  ) then "step2"."text0" end as double precision) + 0) end end as "value0"
from (select
  "step1"."carried0" as "carried0",
  "step1"."carried1" as "carried1",
  "step1"."carried2" as "carried2",
  "step1"."carried3" as "carried3",
  "step1"."clean0" as "clean0",
  case when "step1"."clean0" is null then nullif(case when left("step1"."carried3", 1) collate "C" between '!' and '~' and right("step1"."carried3", 1) collate "C" between '!' and '~' then "step1"."carried3" else regexp_replace("step1"."carried3", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text0"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."_place" as "carried2",
  "b"."v" as "carried3",
  case when "b"."v" not like '%._____________________%' and (octet_length("b"."v") <= 20 or octet_length(split_part("b"."v", '.', 1)) <= 20) and "b"."v" ~ '^-?[0-9]+(?:[.][0-9]+)?$' then (cast("b"."v" as double precision) + 0) end as "clean0"
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
fetch next 10 rows only) as "b" offset '0') as "step1" offset '0') as "step2" offset '0') as "step3"
order by "step3"."carried2";
