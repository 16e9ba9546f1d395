-- probe of orders
select * from (select
  0 as "question",
  (cast(null as text) collate "C") as "value",
  coalesce(sum("g"."_rows"), 0) as "row_count",
  coalesce(sum("g"."_rows" - "g"."_ways"), 0) as "missing",
  coalesce(sum("g"."_ways" - 1), 0) as "refused",
  coalesce(sum("g"."d0"), 0) as "failed_0",
  coalesce(sum("g"."d1"), 0) as "failed_1",
  coalesce(sum("g"."d2"), 0) as "failed_2"
from (select
  case when min("d"."v0") <> max("d"."v0") then 1 else 0 end as "d0",
  case when min("d"."v1") <> max("d"."v1") then 1 else 0 end as "d1",
  0 as "d2",
  sum("d"."_rows") as "_rows",
  count(*) as "_ways"
from (select
  coalesce("step3"."text0", '') as "v0",
  coalesce("step3"."text1", '') as "v1",
  "step3"."value2" as "v2",
  count(*) as "_rows"
from (select
  "step2"."text0" as "text0",
  "step2"."text1" as "text1",
  "step2"."clean2" as "clean2",
  "step2"."text2" as "text2",
  case when "step2"."clean2" is not null then "step2"."clean2" when "step2"."text2" is not null then case when (
    ("step2"."text2" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]{1,2}0*)?|\.[0-9]{1,2}0*))$')
    and (octet_length("step2"."text2") <= 1000)
    and (char_length(ltrim(split_part("step2"."text2", '.', 1), '+-0')) <= 3)
  ) then cast("step2"."text2" as decimal(5, 2)) end end as "value2"
from (select
  "step1"."text0" as "text0",
  "step1"."text1" as "text1",
  "step1"."clean2" as "clean2",
  case when "step1"."clean2" is null then nullif(case when left("step1"."raw2", 1) collate "C" between '!' and '~' and right("step1"."raw2", 1) collate "C" between '!' and '~' then "step1"."raw2" else regexp_replace("step1"."raw2", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text2"
from (select
  case when left("b"."name", 1) collate "C" between '!' and '~' and right("b"."name", 1) collate "C" between '!' and '~' then "b"."name" else regexp_replace("b"."name", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end as "text0",
  "b"."city" as "text1",
  "b"."amount" as "raw2",
  case when "b"."amount" not like '%.___%' and (octet_length("b"."amount") <= 3 or octet_length(split_part("b"."amount", '.', 1)) <= 3) and "b"."amount" ~ '^-?[0-9]+(?:[.][0-9]+)?$' then cast("b"."amount" as decimal(5, 2)) end as "clean2"
from "bronze"."orders" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    ) offset '0') as "step1" offset '0') as "step2" offset '0') as "step3"
group by
  coalesce("step3"."text0", ''),
  coalesce("step3"."text1", ''),
  "step3"."value2"
) as "d"
group by
  coalesce(trim(regexp_replace(regexp_replace((lower(case when (octet_length("d"."v0") = char_length("d"."v0")) then "d"."v0" else regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("d"."v0", '[\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0100\u0101\u0102\u0103\u0104\u0105]', 'a', 'g'), '[\u00C6\u00E6]', 'ae', 'g'), '[\u00C7\u00E7\u0106\u0107\u0108\u0109\u010A\u010B\u010C\u010D]', 'c', 'g'), '[\u00D0\u00F0\u010E\u010F\u0110\u0111]', 'd', 'g'), '[\u00C8\u00C9\u00CA\u00CB\u00E8\u00E9\u00EA\u00EB\u0112\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011A\u011B]', 'e', 'g'), '[\u011C\u011D\u011E\u011F\u0120\u0121\u0122\u0123]', 'g', 'g'), '[\u0124\u0125]', 'h', 'g'), '[\u00CC\u00CD\u00CE\u00CF\u00EC\u00ED\u00EE\u00EF\u0128\u0129\u012A\u012B\u012C\u012D\u012E\u012F\u0130\u0131]', 'i', 'g'), '[\u0134\u0135]', 'j', 'g'), '[\u0136\u0137]', 'k', 'g'), '[\u0139\u013A\u013B\u013C\u013D\u013E\u0141\u0142]', 'l', 'g'), '[\u00D1\u00F1\u0143\u0144\u0145\u0146\u0147\u0148]', 'n', 'g'), '[\u00D2\u00D3\u00D4\u00D5\u00D6\u00D8\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014C\u014D\u014E\u014F\u0150\u0151]', 'o', 'g'), '[\u0152\u0153]', 'oe', 'g'), '[\u0154\u0155\u0156\u0157\u0158\u0159]', 'r', 'g'), '[\u015A\u015B\u015C\u015D\u015E\u015F\u0160\u0161]', 's', 'g'), '[\u00DF]', 'ss', 'g'), '[\u0162\u0163\u0164\u0165]', 't', 'g'), '[\u00D9\u00DA\u00DB\u00DC\u00F9\u00FA\u00FB\u00FC\u0168\u0169\u016A\u016B\u016C\u016D\u016E\u016F\u0170\u0171\u0172\u0173]', 'u', 'g'), '[\u0174\u0175]', 'w', 'g'), '[\u00DD\u00FD\u00FF\u0176\u0177\u0178]', 'y', 'g'), '[\u0179\u017A\u017B\u017C\u017D\u017E]', 'z', 'g'), '[\u0300-\u036F]', '', 'g'), '[\u2010-\u2015\u2212]', '-', 'g') end collate "default") collate "C"), '[''\u2018\u2019\u00B4`]', '', 'g'), '[\u0009-\u000D .,;:!?"()\[\]{}_\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\u201C-\u201E\u00AB\u00BB]+', ' ', 'g')), ''),
  coalesce(trim(regexp_replace(regexp_replace((lower(case when (octet_length("d"."v1") = char_length("d"."v1")) then "d"."v1" else regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("d"."v1", '[\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0100\u0101\u0102\u0103\u0104\u0105]', 'a', 'g'), '[\u00C6\u00E6]', 'ae', 'g'), '[\u00C7\u00E7\u0106\u0107\u0108\u0109\u010A\u010B\u010C\u010D]', 'c', 'g'), '[\u00D0\u00F0\u010E\u010F\u0110\u0111]', 'd', 'g'), '[\u00C8\u00C9\u00CA\u00CB\u00E8\u00E9\u00EA\u00EB\u0112\u0113\u0114\u0115\u0116\u0117\u0118\u0119\u011A\u011B]', 'e', 'g'), '[\u011C\u011D\u011E\u011F\u0120\u0121\u0122\u0123]', 'g', 'g'), '[\u0124\u0125]', 'h', 'g'), '[\u00CC\u00CD\u00CE\u00CF\u00EC\u00ED\u00EE\u00EF\u0128\u0129\u012A\u012B\u012C\u012D\u012E\u012F\u0130\u0131]', 'i', 'g'), '[\u0134\u0135]', 'j', 'g'), '[\u0136\u0137]', 'k', 'g'), '[\u0139\u013A\u013B\u013C\u013D\u013E\u0141\u0142]', 'l', 'g'), '[\u00D1\u00F1\u0143\u0144\u0145\u0146\u0147\u0148]', 'n', 'g'), '[\u00D2\u00D3\u00D4\u00D5\u00D6\u00D8\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014C\u014D\u014E\u014F\u0150\u0151]', 'o', 'g'), '[\u0152\u0153]', 'oe', 'g'), '[\u0154\u0155\u0156\u0157\u0158\u0159]', 'r', 'g'), '[\u015A\u015B\u015C\u015D\u015E\u015F\u0160\u0161]', 's', 'g'), '[\u00DF]', 'ss', 'g'), '[\u0162\u0163\u0164\u0165]', 't', 'g'), '[\u00D9\u00DA\u00DB\u00DC\u00F9\u00FA\u00FB\u00FC\u0168\u0169\u016A\u016B\u016C\u016D\u016E\u016F\u0170\u0171\u0172\u0173]', 'u', 'g'), '[\u0174\u0175]', 'w', 'g'), '[\u00DD\u00FD\u00FF\u0176\u0177\u0178]', 'y', 'g'), '[\u0179\u017A\u017B\u017C\u017D\u017E]', 'z', 'g'), '[\u0300-\u036F]', '', 'g'), '[\u2010-\u2015\u2212]', '-', 'g') end collate "default") collate "C"), '[''\u2018\u2019\u00B4`]', '', 'g'), '[\u0009-\u000D .,;:!?"()\[\]{}_\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\u201C-\u201E\u00AB\u00BB]+', ' ', 'g')), ''),
  "d"."v2"
) as "g") as "q0";
