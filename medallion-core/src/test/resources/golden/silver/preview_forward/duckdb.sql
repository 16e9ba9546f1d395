-- preview of silver.orders
select
  "step8"."carried0" "_batch_id",
  "step8"."carried1" "_row_number",
  "step8"."carried3" "day__before",
  "step8"."carried4" "kind__before",
  "step8"."carried5" "n__before",
  "step8"."value0" "day",
  "step8"."text1" "kind",
  "step8"."filled2" "n",
  nullif(concat_ws('; ', 
    case when ("step8"."value0" is null and "step8"."text0" is not null) then 'day: not a date' end,
    case when ("step8"."value2" is null and "step8"."text2" is not null) then 'n: not an integer' end,
    case when ("step8"."filled2" > 100) then 'n: at most 100' end,
    case when (not ("step8"."text1" <> '?')) then 'known' end
  ), '') "_reasons"
from (select
  "step7"."carried0" "carried0",
  "step7"."carried1" "carried1",
  "step7"."carried2" "carried2",
  "step7"."carried3" "carried3",
  "step7"."carried4" "carried4",
  "step7"."carried5" "carried5",
  "step7"."clean0" "clean0",
  "step7"."text0" "text0",
  "step7"."value0" "value0",
  "step7"."text1" "text1",
  "step7"."clean2" "clean2",
  "step7"."text2" "text2",
  "step7"."value2" "value2",
  "step7"."sound" "sound",
  "step7"."run2" "run2",
  case when (
    ("step7"."clean2" is null and "step7"."text2" is null)
    and ("step7"."value0" is not null)
    and ("step7"."text1" is not null)
  ) then first_value(case when (
    ("step7"."sound" = 1 and "step7"."value2" is not null)
    and ("step7"."value0" is not null)
    and ("step7"."text1" is not null)
  ) then "step7"."value2" end) over (partition by "step7"."text1", "step7"."run2" order by "step7"."value0", "step7"."carried2") else "step7"."value2" end "filled2"
from (select
  "step6"."carried0" "carried0",
  "step6"."carried1" "carried1",
  "step6"."carried2" "carried2",
  "step6"."carried3" "carried3",
  "step6"."carried4" "carried4",
  "step6"."carried5" "carried5",
  "step6"."clean0" "clean0",
  "step6"."text0" "text0",
  "step6"."value0" "value0",
  "step6"."text1" "text1",
  "step6"."clean2" "clean2",
  "step6"."text2" "text2",
  "step6"."value2" "value2",
  "step6"."sound" "sound",
  count(case when (
    ("step6"."sound" = 1 and "step6"."value2" is not null)
    and ("step6"."value0" is not null)
    and ("step6"."text1" is not null)
  ) then 1 end) over (partition by "step6"."text1" order by "step6"."value0", "step6"."carried2" rows between unbounded preceding and current row) "run2"
from (select
  "step5"."carried0" "carried0",
  "step5"."carried1" "carried1",
  "step5"."carried2" "carried2",
  "step5"."carried3" "carried3",
  "step5"."carried4" "carried4",
  "step5"."carried5" "carried5",
  "step5"."clean0" "clean0",
  "step5"."text0" "text0",
  "step5"."value0" "value0",
  "step5"."text1" "text1",
  "step5"."clean2" "clean2",
  "step5"."text2" "text2",
  "step5"."value2" "value2",
  case when (
    ("step5"."value0" is null and "step5"."text0" is not null)
    or ("step5"."value2" is null and "step5"."text2" is not null)
    or ("step5"."value2" > 100)
    or (not ("step5"."text1" <> '?'))
  ) then 0 else 1 end "sound"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."carried2" "carried2",
  "step4"."carried3" "carried3",
  "step4"."carried4" "carried4",
  "step4"."carried5" "carried5",
  "step4"."clean0" "clean0",
  "step4"."text0" "text0",
  case when "step4"."clean0" is not null then "step4"."clean0" else cast("step4"."reshaped0_0" as date) end "value0",
  "step4"."text1" "text1",
  "step4"."clean2" "clean2",
  "step4"."text2" "text2",
  case when "step4"."clean2" is not null then "step4"."clean2" else case when (
    (regexp_full_match("step4"."text2", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step4"."text2") <= 1000)
  ) then try_cast("step4"."text2" as integer) end end "value2"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."carried2" "carried2",
  "step3"."carried3" "carried3",
  "step3"."carried4" "carried4",
  "step3"."carried5" "carried5",
  "step3"."clean0" "clean0",
  "step3"."text0" "text0",
  case when (regexp_full_match("step3"."text0", '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01])')) then try_strptime("step3"."text0", '%Y-%m-%d') end "reshaped0_0",
  "step3"."text1" "text1",
  "step3"."clean2" "clean2",
  "step3"."text2" "text2"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."carried2" "carried2",
  "step2"."carried3" "carried3",
  "step2"."carried4" "carried4",
  "step2"."carried5" "carried5",
  "step2"."clean0" "clean0",
  case when "step2"."clean0" is null then nullif(case when "step2"."carried3" >= '!' and "step2"."carried3" < chr(127) and right("step2"."carried3", 1) between '!' and '~' then "step2"."carried3" else regexp_replace("step2"."carried3", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0",
  "step2"."text1" "text1",
  "step2"."clean2" "clean2",
  case when "step2"."clean2" is null then nullif(case when "step2"."carried5" >= '!' and "step2"."carried5" < chr(127) and right("step2"."carried5", 1) between '!' and '~' then "step2"."carried5" else regexp_replace("step2"."carried5", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text2"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."carried2" "carried2",
  "step1"."carried3" "carried3",
  "step1"."carried4" "carried4",
  "step1"."carried5" "carried5",
  cast("step1"."shaped0_0" as date) "clean0",
  "step1"."text1" "text1",
  case when (
    (regexp_full_match("step1"."carried5", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step1"."carried5") <= 1000)
  ) then try_cast("step1"."carried5" as integer) end "clean2"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."_place" "carried2",
  "b"."day" "carried3",
  "b"."kind" "carried4",
  "b"."n" "carried5",
  case when (regexp_full_match("b"."day", '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01])')) then try_strptime("b"."day", '%Y-%m-%d') end "shaped0_0",
  case when "b"."kind" >= '!' and "b"."kind" < chr(127) and right("b"."kind", 1) between '!' and '~' then "b"."kind" else regexp_replace("b"."kind", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end "text1"
from (select
  "b"."_batch_id",
  "b"."_row_number",
  "b"."day",
  "b"."kind",
  "b"."n",
  row_number() over (order by "x"."sequence", "b"."_row_number") "_place"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "b") "step1") "step2") "step3") "step4") "step5"
  left outer join (select distinct "integer" as "known" from "silver"."every_type" where "integer" is not null) "ref2_every_type.integer"
    on ("ref2_every_type.integer"."known" = "step5"."value2")) "step6") "step7") "step8"
  left outer join (select distinct "integer" as "known" from "silver"."every_type" where "integer" is not null) "ref2_every_type.integer"
    on ("ref2_every_type.integer"."known" = "step8"."filled2")
order by "step8"."carried2"
limit 1;
