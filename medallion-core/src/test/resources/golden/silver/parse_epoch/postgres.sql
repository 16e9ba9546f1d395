-- preview of silver.cells
select
  "step6"."carried0" as "_batch_id",
  "step6"."carried1" as "_row_number",
  "step6"."carried3" as "v__before",
  "step6"."value0" as "v",
  nullif(concat_ws('; ', case when ("step6"."value0" is null and "step6"."text0" is not null) then 'v: not a timestamp' end), '') as "_reasons"
from (select
  "step5"."carried0" as "carried0",
  "step5"."carried1" as "carried1",
  "step5"."carried2" as "carried2",
  "step5"."carried3" as "carried3",
  "step5"."clean0" as "clean0",
  "step5"."text0" as "text0",
  case when "step5"."clean0" is not null then "step5"."clean0" else case when "step5"."rearranged0_0" between -62135596800000 and 253402300799999 then ((timestamp '1970-01-01 00:00:00' + "step5"."rearranged0_0" / 86400000 * interval '1 day' + "step5"."rearranged0_0" % 86400000 * interval '1000 microseconds') at time zone 'UTC') end end as "value0"
from (select
  "step4"."carried0" as "carried0",
  "step4"."carried1" as "carried1",
  "step4"."carried2" as "carried2",
  "step4"."carried3" as "carried3",
  "step4"."clean0" as "clean0",
  "step4"."text0" as "text0",
  case when (
    ("step4"."text0" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("step4"."text0") <= 1000)
    and ((char_length(ltrim(split_part("step4"."text0", '.', 1), '+-0')) < 19 or char_length(ltrim(split_part("step4"."text0", '.', 1), '+-0')) = 19 and ltrim(split_part("step4"."text0", '.', 1), '+-0') collate "C" <= case when "step4"."text0" like '-%' then '9223372036854775808' else '9223372036854775807' end))
  ) then cast(split_part("step4"."text0", '.', 1) as bigint) end as "rearranged0_0"
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
  case when "step2"."arranged0_0" between -62135596800000 and 253402300799999 then ((timestamp '1970-01-01 00:00:00' + "step2"."arranged0_0" / 86400000 * interval '1 day' + "step2"."arranged0_0" % 86400000 * interval '1000 microseconds') at time zone 'UTC') end as "clean0"
from (select
  "step1"."carried0" as "carried0",
  "step1"."carried1" as "carried1",
  "step1"."carried2" as "carried2",
  "step1"."carried3" as "carried3",
  case when (
    ("step1"."carried3" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("step1"."carried3") <= 1000)
    and ((char_length(ltrim(split_part("step1"."carried3", '.', 1), '+-0')) < 19 or char_length(ltrim(split_part("step1"."carried3", '.', 1), '+-0')) = 19 and ltrim(split_part("step1"."carried3", '.', 1), '+-0') collate "C" <= case when "step1"."carried3" like '-%' then '9223372036854775808' else '9223372036854775807' end))
  ) then cast(split_part("step1"."carried3", '.', 1) as bigint) end as "arranged0_0"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."_place" as "carried2",
  "b"."v" as "carried3"
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
fetch next 10 rows only) as "b" offset '0') as "step1" offset '0') as "step2" offset '0') as "step3" offset '0') as "step4" offset '0') as "step5" offset '0') as "step6"
order by "step6"."carried2";
