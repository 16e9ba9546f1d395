-- preview of silver.cells
select
  "step7"."carried0" "_batch_id",
  "step7"."carried1" "_row_number",
  "step7"."carried3" "v__before",
  "step7"."value0" "v",
  nullif(concat_ws('; ', case when ("step7"."value0" is null and "step7"."text0" is not null) then 'v: not a number' end), '') "_reasons"
from (select
  "step6"."carried0" "carried0",
  "step6"."carried1" "carried1",
  "step6"."carried2" "carried2",
  "step6"."carried3" "carried3",
  "step6"."clean0" "clean0",
  "step6"."text0" "text0",
  case when "step6"."clean0" is not null then "step6"."clean0" else try_cast("step6"."rearranged0_0" as decimal(12, 2)) end "value0"
from (select
  "step5"."carried0" "carried0",
  "step5"."carried1" "carried1",
  "step5"."carried2" "carried2",
  "step5"."carried3" "carried3",
  "step5"."clean0" "clean0",
  "step5"."text0" "text0",
  case when left("step5"."reshaped0_0", 1) = '(' then concat('-', replace(replace("step5"."reshaped0_0", '(', ''), ')', '')) when right("step5"."reshaped0_0", 1) = '-' then concat('-', left("step5"."reshaped0_0", length("step5"."reshaped0_0") - 1)) else "step5"."reshaped0_0" end "rearranged0_0"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."carried2" "carried2",
  "step4"."carried3" "carried3",
  "step4"."clean0" "clean0",
  "step4"."text0" "text0",
  case when (
    (regexp_full_match("step4"."text0", '[+\-\x{2212}\x{2013}]?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)|(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*[+\-\x{2212}\x{2013}]?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)|[+\-\x{2212}\x{2013}]?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})|[+\-\x{2212}\x{2013}]?[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)|\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)|(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)|\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})|\([ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)|\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*\)|(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)-|(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)-|(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)-[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})|(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*-'))
    and (strlen("step4"."text0") <= 1000)
  ) then replace(replace(replace(replace(replace(replace(replace(replace(replace(replace("step4"."text0", 'EUR', ''), '€', ''), '.', ''), ' ', ''), chr(160), ''), chr(8201), ''), chr(8239), ''), '−', '-'), '–', '-'), ',', '.') end "reshaped0_0"
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
  try_cast("step2"."arranged0_0" as decimal(12, 2)) "clean0"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."carried2" "carried2",
  "step1"."carried3" "carried3",
  case when left("step1"."shaped0_0", 1) = '(' then concat('-', replace(replace("step1"."shaped0_0", '(', ''), ')', '')) when right("step1"."shaped0_0", 1) = '-' then concat('-', left("step1"."shaped0_0", length("step1"."shaped0_0") - 1)) else "step1"."shaped0_0" end "arranged0_0"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."_place" "carried2",
  "b"."v" "carried3",
  case when (
    (regexp_full_match("b"."v", '[+\-\x{2212}\x{2013}]?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)|(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*[+\-\x{2212}\x{2013}]?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)|[+\-\x{2212}\x{2013}]?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})|[+\-\x{2212}\x{2013}]?[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)|\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)|(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)|\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})|\([ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)\)|\((?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*\)|(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)-|(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)-|(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)-[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})|(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2}0*)?|,[0-9]{1,2}0*)[ \x{A0}\x{2009}\x{202F}]*(?:EUR|\x{20AC})[ \x{A0}\x{2009}\x{202F}]*-'))
    and (strlen("b"."v") <= 1000)
  ) then replace(replace(replace(replace(replace(replace(replace(replace(replace(replace("b"."v", 'EUR', ''), '€', ''), '.', ''), ' ', ''), chr(160), ''), chr(8201), ''), chr(8239), ''), '−', '-'), '–', '-'), ',', '.') end "shaped0_0"
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
limit 10) "b") "step1") "step2") "step3") "step4") "step5") "step6") "step7"
order by "step7"."carried2";
