-- remove silver_orders__next
drop table if exists `silver_orders__next`;

-- remove silver_orders__old
drop table if exists `silver_orders__old`;

-- remove silver_orders__rejects__next
drop table if exists `silver_orders__rejects__next`;

-- remove silver_orders__rejects__old
drop table if exists `silver_orders__rejects__old`;

-- remove silver_orders__duplicates__next
drop table if exists `silver_orders__duplicates__next`;

-- remove silver_orders__duplicates__old
drop table if exists `silver_orders__duplicates__old`;

-- remove silver_orders__stage
drop table if exists `silver_orders__stage`;

-- type and judge the rows of silver_orders
create table `silver_orders__stage` (
  `day` date,
  `kind` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `n` int,
  `is_n_missing` boolean,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_reasons` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_warnings` longtext character set utf8mb4 collate utf8mb4_0900_bin
) as
select
  `step6`.`value0` as `day`,
  `step6`.`text1` as `kind`,
  `step6`.`filled2` as `n`,
  (`step6`.`clean2` is null and `step6`.`text2` is null) as `is_n_missing`,
  `step6`.`carried0` as `_batch_id`,
  `step6`.`carried1` as `_row_number`,
  case when (
    (`step6`.`value0` is null and `step6`.`text0` is not null)
    or (`step6`.`value2` is null and `step6`.`text2` is not null)
    or (`step6`.`filled2` > 100)
    or (not (`step6`.`text1` <> (_utf8mb4'?' collate utf8mb4_0900_bin)))
  ) then concat(',', 
    case when (`step6`.`value0` is null and `step6`.`text0` is not null) then '0,' else '' end,
    case when (`step6`.`value2` is null and `step6`.`text2` is not null) then '1,' else '' end,
    case when (`step6`.`filled2` > 100) then '2,' else '' end,
    case when (not (`step6`.`text1` <> (_utf8mb4'?' collate utf8mb4_0900_bin))) then '4,' else '' end
  ) end as `_reasons`,
  case when (`step6`.`filled2` is not null and `ref2_every_type.integer`.`known` is null) then concat(',', case when (`step6`.`filled2` is not null and `ref2_every_type.integer`.`known` is null) then '3,' else '' end) end as `_warnings`
from (select
  `step5`.`carried0` as `carried0`,
  `step5`.`carried1` as `carried1`,
  `step5`.`carried2` as `carried2`,
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
  ) then `step5`.`value2` end) over (partition by `step5`.`text1`, `step5`.`run2` order by `step5`.`value0`, `step5`.`carried2`, `step5`.`carried1`) else `step5`.`value2` end as `filled2`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`carried2` as `carried2`,
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
  ) then 1 end) over (partition by `step4`.`text1` order by `step4`.`value0`, `step4`.`carried2`, `step4`.`carried1` rows between unbounded preceding and current row) as `run2`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`carried2` as `carried2`,
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
    or (not (`step3`.`text1` <> (_utf8mb4'?' collate utf8mb4_0900_bin)))
  ) then 0 else 1 end as `sound`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`clean0` as `clean0`,
  `step2`.`text0` as `text0`,
  case when `step2`.`clean0` is not null then `step2`.`clean0` when `step2`.`text0` is not null then case when (((substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) <= '28') or substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) in ('29', '30') and substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 6, 2) <> '02' or substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) = '31' and substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 9, 2) = '29' and (right(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) <> '00' and mod(cast(right(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) = '00' and mod(cast(left(left(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(case when case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end is not null then concat(substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 1, 4), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 6, 2), '-', substring(case when (`step2`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then `step2`.`text0` end, 9, 2)) end as date) end end as `value0`,
  `step2`.`text1` as `text1`,
  `step2`.`clean2` as `clean2`,
  `step2`.`text2` as `text2`,
  case when `step2`.`clean2` is not null then `step2`.`clean2` when `step2`.`text2` is not null then case when (
    (octet_length(`step2`.`text2`) <= 1000)
    and (`step2`.`text2` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`step2`.`text2`, '.', 1), '^[+-]?0*', '') <= case when `step2`.`text2` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`step2`.`text2`, '.', 1) as signed) end end as `value2`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`clean0` as `clean0`,
  case when `step1`.`clean0` is null then nullif(case when left(`step1`.`raw0`, 1) between '!' and '~' and right(`step1`.`raw0`, 1) between '!' and '~' then `step1`.`raw0` else reverse(regexp_replace(reverse(regexp_replace(`step1`.`raw0`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text0`,
  `step1`.`text1` as `text1`,
  `step1`.`clean2` as `clean2`,
  case when `step1`.`clean2` is null then nullif(case when left(`step1`.`raw2`, 1) between '!' and '~' and right(`step1`.`raw2`, 1) between '!' and '~' then `step1`.`raw2` else reverse(regexp_replace(reverse(regexp_replace(`step1`.`raw2`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text2`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `x`.`sequence` as `carried2`,
  `b`.`day` as `raw0`,
  case when (`b`.`day` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]))\\z') then case when (((substring(`b`.`day`, 9, 2) <= '28') or substring(`b`.`day`, 9, 2) in ('29', '30') and substring(`b`.`day`, 6, 2) <> '02' or substring(`b`.`day`, 9, 2) = '31' and substring(`b`.`day`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`b`.`day`, 9, 2) = '29' and (right(left(`b`.`day`, 4), 2) <> '00' and mod(cast(right(left(`b`.`day`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`b`.`day`, 4), 2) = '00' and mod(cast(left(left(`b`.`day`, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(`b`.`day` as date) end end as `clean0`,
  case when left(`b`.`kind`, 1) between '!' and '~' and right(`b`.`kind`, 1) between '!' and '~' then `b`.`kind` else reverse(regexp_replace(reverse(regexp_replace(`b`.`kind`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end as `text1`,
  `b`.`n` as `raw2`,
  case when `b`.`n` regexp '^-?[0-9]{1,9}\\z' then cast(`b`.`n` as signed) end as `clean2`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_0900_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    ) limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3`
  left outer join (select distinct `integer` as `known` from `silver_every_type` where `integer` is not null) as `ref2_every_type.integer`
    on (`ref2_every_type.integer`.`known` = `step3`.`value2`) limit 18446744073709551615) as `step4` limit 18446744073709551615) as `step5` limit 18446744073709551615) as `step6`
  left outer join (select distinct `integer` as `known` from `silver_every_type` where `integer` is not null) as `ref2_every_type.integer`
    on (`ref2_every_type.integer`.`known` = `step6`.`filled2`);

-- duplicates of silver_orders
create table `silver_orders__duplicates__next` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `winner_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `winner_row_number` bigint
) as
select
  `d`.`_batch_id`,
  `d`.`_row_number`,
  `d`.`_batch_id` as `winner_batch_id`,
  `d`.`_row_number` as `winner_row_number`
from `silver_orders__stage` as `d`
where (1 = 0);

-- rejects of silver_orders
create table `silver_orders__rejects__next` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `rule` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `column_name` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `value` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `witness_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `witness_row_number` bigint
) as
select
  `s`.`_batch_id`,
  `s`.`_row_number`,
  (cast(`v`.`rule` as char character set utf8mb4) collate utf8mb4_0900_bin) as `rule`,
  (cast(`v`.`column_name` as char character set utf8mb4) collate utf8mb4_0900_bin) as `column_name`,
  case `v`.`number` when 0 then `b`.`day` when 1 then `b`.`n` when 2 then `b`.`n` end as `value`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `witness_batch_id`,
  cast(null as signed) as `witness_row_number`
from `silver_orders__stage` as `s`
  straight_join (
    values
      row (
        0,
        (_utf8mb4'day: not a date' collate utf8mb4_0900_bin),
        (_utf8mb4'day' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        1,
        (_utf8mb4'n: not an integer' collate utf8mb4_0900_bin),
        (_utf8mb4'n' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        2,
        (_utf8mb4'n: at most 100' collate utf8mb4_0900_bin),
        (_utf8mb4'n' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        4,
        (_utf8mb4'known' collate utf8mb4_0900_bin),
        (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin),
        'REJECT'
      )
  ) as `v` (`number`, `rule`, `column_name`, `action`)
    on (`s`.`_reasons` like concat('%,', `v`.`number`, ',%'))
  straight_join `bronze_orders` as `b`
    on (`b`.`_batch_id` = `s`.`_batch_id` and `b`.`_row_number` = `s`.`_row_number`)
where (`s`.`_reasons` is not null);

-- rows of silver_orders
create table `silver_orders__next` (
  `day` date,
  `kind` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `n` int,
  `is_n_missing` boolean,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint
) as
select
  `s`.`day`,
  `s`.`kind`,
  `s`.`n`,
  `s`.`is_n_missing`,
  `s`.`_batch_id`,
  `s`.`_row_number`
from `silver_orders__stage` as `s`
where (`s`.`_reasons` is null);

-- audit silver_orders
set session default_storage_engine = coalesce((select min(`problem`) from (
select
  case when `c`.`bronze_rows` <> `c`.`kept` + `c`.`rejected` + `c`.`duplicates` then concat((_utf8mb4'silver_orders: ' collate utf8mb4_0900_bin), `c`.`bronze_rows`, ' rows of Bronze are not ', `c`.`kept`, ' kept, ', `c`.`rejected`, ' rejected and ', `c`.`duplicates`, ' duplicates') when `c`.`repeated` > 0 then concat((_utf8mb4'silver_orders: ' collate utf8mb4_0900_bin), `c`.`repeated`, ' addresses occur more than once') end as `problem`,
  `c`.`bronze_rows`,
  `c`.`kept`,
  `c`.`rejected`,
  `c`.`duplicates`
from (select
  (select count(*) from `bronze_orders` as `b` where exists (select 1 from `medallion_batches` as `x` where (
    (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_0900_bin))
    and (`x`.`batch_id` = `b`.`_batch_id`)
    and (`x`.`in_force`)
  ))) as `bronze_rows`,
  (select count(*) from `silver_orders__next`) as `kept`,
  (select count(*) from (select distinct `_batch_id`, `_row_number` from `silver_orders__rejects__next`) as `addresses`) as `rejected`,
  (select count(*) from `silver_orders__duplicates__next`) as `duplicates`,
  (select coalesce(sum(`more`), 0) from (select count(*) - 1 as `more` from `silver_orders__next` group by `_batch_id`, `_row_number` having count(*) > 1) as `twice`) as `repeated`
 limit 18446744073709551615) as `c`
) as `audited`), @@session.default_storage_engine);

-- make room for silver_orders
create table if not exists `silver_orders` like `silver_orders__next`;

-- make room for silver_orders__rejects
create table if not exists `silver_orders__rejects` like `silver_orders__rejects__next`;

-- make room for silver_orders__duplicates
create table if not exists `silver_orders__duplicates` like `silver_orders__duplicates__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table 
  `silver_orders` to `silver_orders__old`, `silver_orders__next` to `silver_orders`,
  `silver_orders__rejects` to `silver_orders__rejects__old`, `silver_orders__rejects__next` to `silver_orders__rejects`,
  `silver_orders__duplicates` to `silver_orders__duplicates__old`, `silver_orders__duplicates__next` to `silver_orders__duplicates`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove silver_orders__old
drop table if exists `silver_orders__old`;

-- remove silver_orders__rejects__old
drop table if exists `silver_orders__rejects__old`;

-- remove silver_orders__duplicates__old
drop table if exists `silver_orders__duplicates__old`;

-- remove silver_orders__stage
drop table if exists `silver_orders__stage`;
