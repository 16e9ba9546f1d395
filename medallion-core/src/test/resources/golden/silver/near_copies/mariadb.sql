-- probe of orders
select * from (select
  0 as `question`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `value`,
  coalesce(sum(`g`.`_rows`), 0) as `row_count`,
  coalesce(sum(`g`.`_rows` - `g`.`_ways`), 0) as `missing`,
  coalesce(sum(`g`.`_ways` - 1), 0) as `refused`,
  coalesce(sum(`g`.`d0`), 0) as `failed_0`,
  coalesce(sum(`g`.`d1`), 0) as `failed_1`,
  coalesce(sum(`g`.`d2`), 0) as `failed_2`
from (select
  case when min(`d`.`v0`) <> max(`d`.`v0`) then 1 else 0 end as `d0`,
  case when min(`d`.`v1`) <> max(`d`.`v1`) then 1 else 0 end as `d1`,
  0 as `d2`,
  sum(`d`.`_rows`) as `_rows`,
  count(*) as `_ways`
from (select
  coalesce(`step3`.`text0`, '') as `v0`,
  coalesce(`step3`.`text1`, '') as `v1`,
  `step3`.`value2` as `v2`,
  count(*) as `_rows`
from (select
  `step2`.`text0` as `text0`,
  `step2`.`text1` as `text1`,
  `step2`.`clean2` as `clean2`,
  `step2`.`text2` as `text2`,
  case when `step2`.`clean2` is not null then `step2`.`clean2` when `step2`.`text2` is not null then case when (
    (`step2`.`text2` regexp '^(?:[+-]?(?:[0-9]+(?:\\.[0-9]{1,2}0*)?|\\.[0-9]{1,2}0*))\\z')
    and (octet_length(`step2`.`text2`) <= 1000)
    and (char_length(regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '')) <= 3)
  ) then cast(`step2`.`text2` as decimal(5, 2)) end end as `value2`
from (select
  `step1`.`text0` as `text0`,
  `step1`.`text1` as `text1`,
  `step1`.`clean2` as `clean2`,
  case when `step1`.`clean2` is null then nullif(case when left(`step1`.`raw2`, 1) between '!' and '~' and right(`step1`.`raw2`, 1) between '!' and '~' then `step1`.`raw2` else regexp_replace(`step1`.`raw2`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end, (_utf8mb4'' collate utf8mb4_nopad_bin)) end as `text2`
from (select
  case when left(`b`.`name`, 1) between '!' and '~' and right(`b`.`name`, 1) between '!' and '~' then `b`.`name` else regexp_replace(`b`.`name`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end as `text0`,
  `b`.`city` as `text1`,
  `b`.`amount` as `raw2`,
  case when `b`.`amount` regexp '^-?[0-9]{1,3}(?:\\.[0-9]{1,2})?\\z' then cast(`b`.`amount` as decimal(5, 2)) end as `clean2`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_nopad_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    ) limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3`
group by
  coalesce(`step3`.`text0`, ''),
  coalesce(`step3`.`text1`, ''),
  `step3`.`value2`
) as `d`
group by
  coalesce(trim(regexp_replace(regexp_replace(lower(case when (octet_length(`d`.`v0`) = char_length(`d`.`v0`)) then `d`.`v0` else regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(`d`.`v0`, '[\\x{C0}\\x{C1}\\x{C2}\\x{C3}\\x{C4}\\x{C5}\\x{E0}\\x{E1}\\x{E2}\\x{E3}\\x{E4}\\x{E5}\\x{100}\\x{101}\\x{102}\\x{103}\\x{104}\\x{105}]', 'a'), '[\\x{C6}\\x{E6}]', 'ae'), '[\\x{C7}\\x{E7}\\x{106}\\x{107}\\x{108}\\x{109}\\x{10A}\\x{10B}\\x{10C}\\x{10D}]', 'c'), '[\\x{D0}\\x{F0}\\x{10E}\\x{10F}\\x{110}\\x{111}]', 'd'), '[\\x{C8}\\x{C9}\\x{CA}\\x{CB}\\x{E8}\\x{E9}\\x{EA}\\x{EB}\\x{112}\\x{113}\\x{114}\\x{115}\\x{116}\\x{117}\\x{118}\\x{119}\\x{11A}\\x{11B}]', 'e'), '[\\x{11C}\\x{11D}\\x{11E}\\x{11F}\\x{120}\\x{121}\\x{122}\\x{123}]', 'g'), '[\\x{124}\\x{125}]', 'h'), '[\\x{CC}\\x{CD}\\x{CE}\\x{CF}\\x{EC}\\x{ED}\\x{EE}\\x{EF}\\x{128}\\x{129}\\x{12A}\\x{12B}\\x{12C}\\x{12D}\\x{12E}\\x{12F}\\x{130}\\x{131}]', 'i'), '[\\x{134}\\x{135}]', 'j'), '[\\x{136}\\x{137}]', 'k'), '[\\x{139}\\x{13A}\\x{13B}\\x{13C}\\x{13D}\\x{13E}\\x{141}\\x{142}]', 'l'), '[\\x{D1}\\x{F1}\\x{143}\\x{144}\\x{145}\\x{146}\\x{147}\\x{148}]', 'n'), '[\\x{D2}\\x{D3}\\x{D4}\\x{D5}\\x{D6}\\x{D8}\\x{F2}\\x{F3}\\x{F4}\\x{F5}\\x{F6}\\x{F8}\\x{14C}\\x{14D}\\x{14E}\\x{14F}\\x{150}\\x{151}]', 'o'), '[\\x{152}\\x{153}]', 'oe'), '[\\x{154}\\x{155}\\x{156}\\x{157}\\x{158}\\x{159}]', 'r'), '[\\x{15A}\\x{15B}\\x{15C}\\x{15D}\\x{15E}\\x{15F}\\x{160}\\x{161}]', 's'), '[\\x{DF}]', 'ss'), '[\\x{162}\\x{163}\\x{164}\\x{165}]', 't'), '[\\x{D9}\\x{DA}\\x{DB}\\x{DC}\\x{F9}\\x{FA}\\x{FB}\\x{FC}\\x{168}\\x{169}\\x{16A}\\x{16B}\\x{16C}\\x{16D}\\x{16E}\\x{16F}\\x{170}\\x{171}\\x{172}\\x{173}]', 'u'), '[\\x{174}\\x{175}]', 'w'), '[\\x{DD}\\x{FD}\\x{FF}\\x{176}\\x{177}\\x{178}]', 'y'), '[\\x{179}\\x{17A}\\x{17B}\\x{17C}\\x{17D}\\x{17E}]', 'z'), '[\\x{300}-\\x{36F}]', ''), '[\\x{2010}-\\x{2015}\\x{2212}]', '-') end), '[''\\x{2018}\\x{2019}\\x{B4}`]', ''), '[\\x{9}-\\x{D} .,;:!?"()\\[\\]{}_\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}\\x{201C}-\\x{201E}\\x{AB}\\x{BB}]+', ' ')), ''),
  coalesce(trim(regexp_replace(regexp_replace(lower(case when (octet_length(`d`.`v1`) = char_length(`d`.`v1`)) then `d`.`v1` else regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(`d`.`v1`, '[\\x{C0}\\x{C1}\\x{C2}\\x{C3}\\x{C4}\\x{C5}\\x{E0}\\x{E1}\\x{E2}\\x{E3}\\x{E4}\\x{E5}\\x{100}\\x{101}\\x{102}\\x{103}\\x{104}\\x{105}]', 'a'), '[\\x{C6}\\x{E6}]', 'ae'), '[\\x{C7}\\x{E7}\\x{106}\\x{107}\\x{108}\\x{109}\\x{10A}\\x{10B}\\x{10C}\\x{10D}]', 'c'), '[\\x{D0}\\x{F0}\\x{10E}\\x{10F}\\x{110}\\x{111}]', 'd'), '[\\x{C8}\\x{C9}\\x{CA}\\x{CB}\\x{E8}\\x{E9}\\x{EA}\\x{EB}\\x{112}\\x{113}\\x{114}\\x{115}\\x{116}\\x{117}\\x{118}\\x{119}\\x{11A}\\x{11B}]', 'e'), '[\\x{11C}\\x{11D}\\x{11E}\\x{11F}\\x{120}\\x{121}\\x{122}\\x{123}]', 'g'), '[\\x{124}\\x{125}]', 'h'), '[\\x{CC}\\x{CD}\\x{CE}\\x{CF}\\x{EC}\\x{ED}\\x{EE}\\x{EF}\\x{128}\\x{129}\\x{12A}\\x{12B}\\x{12C}\\x{12D}\\x{12E}\\x{12F}\\x{130}\\x{131}]', 'i'), '[\\x{134}\\x{135}]', 'j'), '[\\x{136}\\x{137}]', 'k'), '[\\x{139}\\x{13A}\\x{13B}\\x{13C}\\x{13D}\\x{13E}\\x{141}\\x{142}]', 'l'), '[\\x{D1}\\x{F1}\\x{143}\\x{144}\\x{145}\\x{146}\\x{147}\\x{148}]', 'n'), '[\\x{D2}\\x{D3}\\x{D4}\\x{D5}\\x{D6}\\x{D8}\\x{F2}\\x{F3}\\x{F4}\\x{F5}\\x{F6}\\x{F8}\\x{14C}\\x{14D}\\x{14E}\\x{14F}\\x{150}\\x{151}]', 'o'), '[\\x{152}\\x{153}]', 'oe'), '[\\x{154}\\x{155}\\x{156}\\x{157}\\x{158}\\x{159}]', 'r'), '[\\x{15A}\\x{15B}\\x{15C}\\x{15D}\\x{15E}\\x{15F}\\x{160}\\x{161}]', 's'), '[\\x{DF}]', 'ss'), '[\\x{162}\\x{163}\\x{164}\\x{165}]', 't'), '[\\x{D9}\\x{DA}\\x{DB}\\x{DC}\\x{F9}\\x{FA}\\x{FB}\\x{FC}\\x{168}\\x{169}\\x{16A}\\x{16B}\\x{16C}\\x{16D}\\x{16E}\\x{16F}\\x{170}\\x{171}\\x{172}\\x{173}]', 'u'), '[\\x{174}\\x{175}]', 'w'), '[\\x{DD}\\x{FD}\\x{FF}\\x{176}\\x{177}\\x{178}]', 'y'), '[\\x{179}\\x{17A}\\x{17B}\\x{17C}\\x{17D}\\x{17E}]', 'z'), '[\\x{300}-\\x{36F}]', ''), '[\\x{2010}-\\x{2015}\\x{2212}]', '-') end), '[''\\x{2018}\\x{2019}\\x{B4}`]', ''), '[\\x{9}-\\x{D} .,;:!?"()\\[\\]{}_\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}\\x{201C}-\\x{201E}\\x{AB}\\x{BB}]+', ' ')), ''),
  `d`.`v2`
) as `g`) as `q0`;
