-- preview of silver.cells
select
  "step7"."carried0" as "_batch_id",
  "step7"."carried1" as "_row_number",
  "step7"."carried3" as "v__before",
  "step7"."value0" as "v",
  nullif(concat_ws('; ', case when ("step7"."value0" is null and "step7"."text0" is not null) then 'v: not a timestamp' end), '') as "_reasons"
from (select
  "step6"."carried0" as "carried0",
  "step6"."carried1" as "carried1",
  "step6"."carried2" as "carried2",
  "step6"."carried3" as "carried3",
  "step6"."clean0" as "clean0",
  "step6"."text0" as "text0",
  case when "step6"."clean0" is not null then "step6"."clean0" else case when (((substring("step6"."rearranged0_0", 9, 2) <= '28') or substring("step6"."rearranged0_0", 9, 2) in ('29', '30') and substring("step6"."rearranged0_0", 6, 2) <> '02' or substring("step6"."rearranged0_0", 9, 2) = '31' and substring("step6"."rearranged0_0", 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring("step6"."rearranged0_0", 9, 2) = '29' and (right(left("step6"."rearranged0_0", 4), 2) <> '00' and mod(cast(right(left("step6"."rearranged0_0", 4), 2) as decimal(2, 0)), 4) = 0 or right(left("step6"."rearranged0_0", 4), 2) = '00' and mod(cast(left(left("step6"."rearranged0_0", 4), 2) as decimal(2, 0)), 4) = 0))) then case when cast("step6"."rearranged0_0" as timestamptz) between timestamptz '0001-01-01 00:00:00+00' and timestamptz '9999-12-31 23:59:59.999999+00' then cast("step6"."rearranged0_0" as timestamptz) end end end as "value0"
from (select
  "step5"."carried0" as "carried0",
  "step5"."carried1" as "carried1",
  "step5"."carried2" as "carried2",
  "step5"."carried3" as "carried3",
  "step5"."clean0" as "clean0",
  "step5"."text0" as "text0",
  case when "step5"."reshaped0_0" is not null then concat(case when "step5"."reshaped0_0" is not null then concat(("step5"."reshaped0_0")[1], '-', ("step5"."reshaped0_0")[2], '-', ("step5"."reshaped0_0")[3]) end, ' ', concat(("step5"."reshaped0_0")[4], ':', ("step5"."reshaped0_0")[5], ':', ("step5"."reshaped0_0")[6], '.', '000000'), case when ("step5"."reshaped0_0")[7] = 'Z' then '+00:00' else concat(left(("step5"."reshaped0_0")[7], 3), ':', right(("step5"."reshaped0_0")[7], 2)) end) end as "rearranged0_0"
from (select
  "step4"."carried0" as "carried0",
  "step4"."carried1" as "carried1",
  "step4"."carried2" as "carried2",
  "step4"."carried3" as "carried3",
  "step4"."clean0" as "clean0",
  "step4"."text0" as "text0",
  regexp_match("step4"."text0", '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\-((?:0[1-9]|1[0-2]))\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))$') as "reshaped0_0"
from (select
  "step3"."carried0" as "carried0",
  "step3"."carried1" as "carried1",
  "step3"."carried2" as "carried2",
  "step3"."carried3" as "carried3",
  "step3"."clean0" as "clean0",
  case when "step3"."clean0" is null then nullif(case when left("step3"."carried3", 1) collate "C" between '!' and '~' and right("step3"."carried3", 1) collate "C" between '!' and '~' then "step3"."carried3" else regexp_replace("step3"."carried3", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text0"
from (select
  "step2"."carried0" as "carried0",
  "step2"."carried1" as "carried1",
  "step2"."carried2" as "carried2",
  "step2"."carried3" as "carried3",
  case when (((substring("step2"."arranged0_0", 9, 2) <= '28') or substring("step2"."arranged0_0", 9, 2) in ('29', '30') and substring("step2"."arranged0_0", 6, 2) <> '02' or substring("step2"."arranged0_0", 9, 2) = '31' and substring("step2"."arranged0_0", 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring("step2"."arranged0_0", 9, 2) = '29' and (right(left("step2"."arranged0_0", 4), 2) <> '00' and mod(cast(right(left("step2"."arranged0_0", 4), 2) as decimal(2, 0)), 4) = 0 or right(left("step2"."arranged0_0", 4), 2) = '00' and mod(cast(left(left("step2"."arranged0_0", 4), 2) as decimal(2, 0)), 4) = 0))) then case when cast("step2"."arranged0_0" as timestamptz) between timestamptz '0001-01-01 00:00:00+00' and timestamptz '9999-12-31 23:59:59.999999+00' then cast("step2"."arranged0_0" as timestamptz) end end as "clean0"
from (select
  "step1"."carried0" as "carried0",
  "step1"."carried1" as "carried1",
  "step1"."carried2" as "carried2",
  "step1"."carried3" as "carried3",
  case when "step1"."shaped0_0" is not null then concat(case when "step1"."shaped0_0" is not null then concat(("step1"."shaped0_0")[1], '-', ("step1"."shaped0_0")[2], '-', ("step1"."shaped0_0")[3]) end, ' ', concat(("step1"."shaped0_0")[4], ':', ("step1"."shaped0_0")[5], ':', ("step1"."shaped0_0")[6], '.', '000000'), case when ("step1"."shaped0_0")[7] = 'Z' then '+00:00' else concat(left(("step1"."shaped0_0")[7], 3), ':', right(("step1"."shaped0_0")[7], 2)) end) end as "arranged0_0"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."_place" as "carried2",
  "b"."v" as "carried3",
  regexp_match("b"."v", '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\-((?:0[1-9]|1[0-2]))\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))$') as "shaped0_0"
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
fetch next 10 rows only) as "b" offset '0') as "step1" offset '0') as "step2" offset '0') as "step3" offset '0') as "step4" offset '0') as "step5" offset '0') as "step6" offset '0') as "step7"
order by "step7"."carried2";
