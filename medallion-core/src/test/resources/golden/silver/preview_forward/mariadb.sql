-- preview of silver_orders
select
  `step6`.`carried0` as `_batch_id`,
  `step6`.`carried1` as `_row_number`,
  `step6`.`carried3` as `day__before`,
  `step6`.`carried4` as `kind__before`,
  `step6`.`carried5` as `n__before`,
  `step6`.`value0` as `day`,
  `step6`.`text1` as `kind`,
  `step6`.`filled2` as `n`,
  nullif(concat_ws('; ', 
    case when (`step6`.`value0` is null and `step6`.`text0` is not null) then (_utf8mb4'day: not a date' collate utf8mb4_nopad_bin) end,
    case when (`step6`.`value2` is null and `step6`.`text2` is not null) then (_utf8mb4'n: not an integer' collate utf8mb4_nopad_bin) end,
    case when (`step6`.`filled2` > 100) then (_utf8mb4'n: at most 100' collate utf8mb4_nopad_bin) end,
    case when (not (`step6`.`text1` <> (_utf8mb4'?' collate utf8mb4_nopad_bin))) then (_utf8mb4'known' collate utf8mb4_nopad_bin) end
  ), '') as `_reasons`
from (select
  `step5`.`carried0` as `carried0`,
  `step5`.`carried1` as `carried1`,
  `step5`.`carried2` as `carried2`,
  `step5`.`carried3` as `carried3`,
  `step5`.`carried4` as `carried4`,
  `step5`.`carried5` as `carried5`,
  `step5`.`clean0` as `clean0`,
  `step5`.`text0` as `text0`,
  `step5`.`value0` as `value0`,
  `step5`.`text1` as `text1`,
  `step5`.`clean2` as `clean2`,
  `step5`.`text2` as `text2`,
  `step5`.`value2` as `value2`,
  `step5`.`sound` as `sound`,
  `step5`.`run2` as `run2`,
  case when (
    (`step5`.`clean2` is null and `step5`.`text2` is null)
    and (`step5`.`value0` is not null)
    and (`step5`.`text1` is not null)
  ) then first_value(case when (
    (`step5`.`sound` = 1 and `step5`.`value2` is not null)
    and (`step5`.`value0` is not null)
    and (`step5`.`text1` is not null)
  ) then `step5`.`value2` end) over (partition by `step5`.`text1`, `step5`.`run2` order by `step5`.`value0`, `step5`.`carried2`) else `step5`.`value2` end as `filled2`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`carried2` as `carried2`,
  `step4`.`carried3` as `carried3`,
  `step4`.`carried4` as `carried4`,
  `step4`.`carried5` as `carried5`,
  `step4`.`clean0` as `clean0`,
  `step4`.`text0` as `text0`,
  `step4`.`value0` as `value0`,
  `step4`.`text1` as `text1`,
  `step4`.`clean2` as `clean2`,
  `step4`.`text2` as `text2`,
  `step4`.`value2` as `value2`,
  `step4`.`sound` as `sound`,
  count(case when (
    (`step4`.`sound` = 1 and `step4`.`value2` is not null)
    and (`step4`.`value0` is not null)
    and (`step4`.`text1` is not null)
  ) then 1 end) over (partition by `step4`.`text1` order by `step4`.`value0`, `step4`.`carried2` rows between unbounded preceding and current row) as `run2`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`carried2` as `carried2`,
  `step3`.`carried3` as `carried3`,
  `step3`.`carried4` as `carried4`,
  `step3`.`carried5` as `carried5`,
  `step3`.`clean0` as `clean0`,
  `step3`.`text0` as `text0`,
  `step3`.`value0` as `value0`,
  `step3`.`text1` as `text1`,
  `step3`.`clean2` as `clean2`,
  `step3`.`text2` as `text2`,
  `step3`.`value2` as `value2`,
  case when (
    (`step3`.`value0` is null and `step3`.`text0` is not null)
    or (`step3`.`value2` is null and `step3`.`text2` is not null)
    or (`step3`.`value2` > 100)
    or (not (`step3`.`text1` <> (_utf8mb4'?' collate utf8mb4_nopad_bin)))
  ) then 0 else 1 end as `sound`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`carried3` as `carried3`,
  `step2`.`carried4` as `carried4`,
  `step2`.`carried5` as `carried5`,
  `step2`.`clean0` as `clean0`,
  `step2`.`text0` as `text0`,
  case when `step2`.`clean0` is not null then `step2`.`clean0` when `step2`.`text0` is not null then case when (((substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) <= '28') or substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) in ('29', '30') and substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 6, 2) <> '02' or substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) = '31' and substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) = '29' and (right(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) <> '00' and mod(cast(right(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) = '00' and mod(cast(left(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end as date) end end as `value0`,
  `step2`.`text1` as `text1`,
  `step2`.`clean2` as `clean2`,
  `step2`.`text2` as `text2`,
  case when `step2`.`clean2` is not null then `step2`.`clean2` when `step2`.`text2` is not null then case when (
    (`step2`.`text2` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and (octet_length(`step2`.`text2`) <= 1000)
    and ((char_length(regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '') <= case when `step2`.`text2` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`step2`.`text2`, '.', 1) as signed) end end as `value2`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`carried3` as `carried3`,
  `step1`.`carried4` as `carried4`,
  `step1`.`carried5` as `carried5`,
  `step1`.`clean0` as `clean0`,
  case when `step1`.`clean0` is null then nullif(case when left(`step1`.`carried3`, 1) between '!' and '~' and right(`step1`.`carried3`, 1) between '!' and '~' then `step1`.`carried3` else regexp_replace(`step1`.`carried3`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end, (_utf8mb4'' collate utf8mb4_nopad_bin)) end as `text0`,
  `step1`.`text1` as `text1`,
  `step1`.`clean2` as `clean2`,
  case when `step1`.`clean2` is null then nullif(case when left(`step1`.`carried5`, 1) between '!' and '~' and right(`step1`.`carried5`, 1) between '!' and '~' then `step1`.`carried5` else regexp_replace(`step1`.`carried5`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end, (_utf8mb4'' collate utf8mb4_nopad_bin)) end as `text2`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`day` as `carried3`,
  `b`.`kind` as `carried4`,
  `b`.`n` as `carried5`,
  case when (`b`.`day` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then case when (((substring(`b`.`day`, 9, 2) <= '28') or substring(`b`.`day`, 9, 2) in ('29', '30') and substring(`b`.`day`, 6, 2) <> '02' or substring(`b`.`day`, 9, 2) = '31' and substring(`b`.`day`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`b`.`day`, 9, 2) = '29' and (right(left(`b`.`day`, 4), 2) <> '00' and mod(cast(right(left(`b`.`day`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`b`.`day`, 4), 2) = '00' and mod(cast(left(left(`b`.`day`, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(`b`.`day` as date) end end as `clean0`,
  case when left(`b`.`kind`, 1) between '!' and '~' and right(`b`.`kind`, 1) between '!' and '~' then `b`.`kind` else regexp_replace(`b`.`kind`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end as `text1`,
  case when `b`.`n` regexp '^-?[0-9]{1,9}\\z' then cast(`b`.`n` as signed) end as `clean2`
from (select
  `b`.`_batch_id`,
  `b`.`_row_number`,
  `b`.`day`,
  `b`.`kind`,
  `b`.`n`,
  row_number() over (order by `x`.`sequence`, `b`.`_row_number`) as `_place`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_nopad_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    )) as `b` limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3`
  left outer join (select distinct `integer` as `known` from `silver_every_type` where `integer` is not null) as `ref2_every_type.integer`
    on (`ref2_every_type.integer`.`known` = `step3`.`value2`) limit 18446744073709551615) as `step4` limit 18446744073709551615) as `step5` limit 18446744073709551615) as `step6`
  left outer join (select distinct `integer` as `known` from `silver_every_type` where `integer` is not null) as `ref2_every_type.integer`
    on (`ref2_every_type.integer`.`known` = `step6`.`filled2`)
order by `step6`.`carried2`
fetch next 1 rows only;
