-- preview of silver_cells
select
  `step7`.`carried0` as `_batch_id`,
  `step7`.`carried1` as `_row_number`,
  `step7`.`carried3` as `v__before`,
  `step7`.`value0` as `v`,
  nullif(concat_ws('; ', case when (`step7`.`value0` is null and `step7`.`text0` is not null) then (_utf8mb4'v: not a timestamp' collate utf8mb4_nopad_bin) end), '') as `_reasons`
from (select
  `step6`.`carried0` as `carried0`,
  `step6`.`carried1` as `carried1`,
  `step6`.`carried2` as `carried2`,
  `step6`.`carried3` as `carried3`,
  `step6`.`clean0` as `clean0`,
  `step6`.`text0` as `text0`,
  case when `step6`.`clean0` is not null then `step6`.`clean0` else case when ((substring(`step6`.`rearranged0_0`, 9, 2) <= '28' or substring(`step6`.`rearranged0_0`, 9, 2) <= '30' and substring(`step6`.`rearranged0_0`, 6, 2) <> '02' or substring(`step6`.`rearranged0_0`, 9, 2) = '31' and substring(`step6`.`rearranged0_0`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step6`.`rearranged0_0`, 9, 2) = '29' and (right(left(`step6`.`rearranged0_0`, 4), 2) <> '00' and mod(cast(right(left(`step6`.`rearranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step6`.`rearranged0_0`, 4), 2) = '00' and mod(cast(left(left(`step6`.`rearranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0))) then case when cast(`step6`.`rearranged0_0` as datetime(6)) between timestamp '0001-01-01 00:53:28' and timestamp '9999-12-31 23:59:59.999999' then date_sub(cast(`step6`.`rearranged0_0` as datetime(6)), interval case when to_seconds(cast(`step6`.`rearranged0_0` as datetime(6))) >= 63045050400 then case when to_seconds(cast(`step6`.`rearranged0_0` as datetime(6))) < (86400 * ((365 * year(cast(`step6`.`rearranged0_0` as datetime(6))) + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 4 - year(cast(`step6`.`rearranged0_0` as datetime(6))) div 100 + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 400 + 84) + (7000001 - (365 * year(cast(`step6`.`rearranged0_0` as datetime(6))) + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 4 - year(cast(`step6`.`rearranged0_0` as datetime(6))) div 100 + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 400 + 84)) % 7) + 10800) then 3600 when to_seconds(cast(`step6`.`rearranged0_0` as datetime(6))) < (86400 * ((365 * year(cast(`step6`.`rearranged0_0` as datetime(6))) + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 4 - year(cast(`step6`.`rearranged0_0` as datetime(6))) div 100 + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 400 + 298) + (7000001 - (365 * year(cast(`step6`.`rearranged0_0` as datetime(6))) + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 4 - year(cast(`step6`.`rearranged0_0` as datetime(6))) div 100 + year(cast(`step6`.`rearranged0_0` as datetime(6))) div 400 + 298)) % 7) + 7200) then 7200 else 3600 end else cast(elt(1 + interval(to_seconds(cast(`step6`.`rearranged0_0` as datetime(6))), 59745168392, 60473520000, 60486739200, 60503770800, 60517072800, 60535220400, 60548522400, 61228321200, 61309965600, 61322670000, 61338996000, 61354724400, 61370445600, 61386174000, 61390666800, 61401290400, 61406042400, 61418746800, 61433949600, 61449595200, 61452619200, 61456845600, 61465312800, 61482250800, 61496762400, 61513095600, 61528212000, 62491057200, 62506173600, 62521902000, 62537623200, 62553351600, 62569072800, 62584801200, 62600522400, 62616250800, 62632576800, 62648305200, 62664026400, 62679754800, 62695476000, 62711204400, 62726925600, 62742654000, 62758375200, 62774103600, 62789824800, 62805553200, 62821879200, 62837607600, 62853328800, 62869057200, 62884778400, 62900506800, 62916228000, 62931956400, 62947677600, 62963406000, 62979127200, 62995460400, 63013600800, 63026910000, 63045050400), 3208, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 10800, 7200, 3600, 7200, 3600, 7200, 10800, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600) as signed) end second) end end end as `value0`
from (select
  `step5`.`carried0` as `carried0`,
  `step5`.`carried1` as `carried1`,
  `step5`.`carried2` as `carried2`,
  `step5`.`carried3` as `carried3`,
  `step5`.`clean0` as `clean0`,
  `step5`.`text0` as `text0`,
  case when `step5`.`reshaped0_0` is not null then concat(case when `step5`.`reshaped0_0` is not null then concat(substring(`step5`.`reshaped0_0`, 1, 4), '-', substring(`step5`.`reshaped0_0`, 6, 2), '-', substring(`step5`.`reshaped0_0`, 9, 2)) end, ' ', concat(substring(`step5`.`reshaped0_0`, 12, 2), ':', substring(`step5`.`reshaped0_0`, 15, 2), ':', '00', '.', '000000')) end as `rearranged0_0`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`carried2` as `carried2`,
  `step4`.`carried3` as `carried3`,
  `step4`.`clean0` as `clean0`,
  `step4`.`text0` as `text0`,
  case when (`step4`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9])\\z') then `step4`.`text0` end as `reshaped0_0`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`carried2` as `carried2`,
  `step3`.`carried3` as `carried3`,
  `step3`.`clean0` as `clean0`,
  case when `step3`.`clean0` is null then nullif(case when left(`step3`.`carried3`, 1) between '!' and '~' and right(`step3`.`carried3`, 1) between '!' and '~' then `step3`.`carried3` else regexp_replace(`step3`.`carried3`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end, (_utf8mb4'' collate utf8mb4_nopad_bin)) end as `text0`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`carried3` as `carried3`,
  case when ((substring(`step2`.`arranged0_0`, 9, 2) <= '28' or substring(`step2`.`arranged0_0`, 9, 2) <= '30' and substring(`step2`.`arranged0_0`, 6, 2) <> '02' or substring(`step2`.`arranged0_0`, 9, 2) = '31' and substring(`step2`.`arranged0_0`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step2`.`arranged0_0`, 9, 2) = '29' and (right(left(`step2`.`arranged0_0`, 4), 2) <> '00' and mod(cast(right(left(`step2`.`arranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step2`.`arranged0_0`, 4), 2) = '00' and mod(cast(left(left(`step2`.`arranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0))) then case when cast(`step2`.`arranged0_0` as datetime(6)) between timestamp '0001-01-01 00:53:28' and timestamp '9999-12-31 23:59:59.999999' then date_sub(cast(`step2`.`arranged0_0` as datetime(6)), interval case when to_seconds(cast(`step2`.`arranged0_0` as datetime(6))) >= 63045050400 then case when to_seconds(cast(`step2`.`arranged0_0` as datetime(6))) < (86400 * ((365 * year(cast(`step2`.`arranged0_0` as datetime(6))) + year(cast(`step2`.`arranged0_0` as datetime(6))) div 4 - year(cast(`step2`.`arranged0_0` as datetime(6))) div 100 + year(cast(`step2`.`arranged0_0` as datetime(6))) div 400 + 84) + (7000001 - (365 * year(cast(`step2`.`arranged0_0` as datetime(6))) + year(cast(`step2`.`arranged0_0` as datetime(6))) div 4 - year(cast(`step2`.`arranged0_0` as datetime(6))) div 100 + year(cast(`step2`.`arranged0_0` as datetime(6))) div 400 + 84)) % 7) + 10800) then 3600 when to_seconds(cast(`step2`.`arranged0_0` as datetime(6))) < (86400 * ((365 * year(cast(`step2`.`arranged0_0` as datetime(6))) + year(cast(`step2`.`arranged0_0` as datetime(6))) div 4 - year(cast(`step2`.`arranged0_0` as datetime(6))) div 100 + year(cast(`step2`.`arranged0_0` as datetime(6))) div 400 + 298) + (7000001 - (365 * year(cast(`step2`.`arranged0_0` as datetime(6))) + year(cast(`step2`.`arranged0_0` as datetime(6))) div 4 - year(cast(`step2`.`arranged0_0` as datetime(6))) div 100 + year(cast(`step2`.`arranged0_0` as datetime(6))) div 400 + 298)) % 7) + 7200) then 7200 else 3600 end else cast(elt(1 + interval(to_seconds(cast(`step2`.`arranged0_0` as datetime(6))), 59745168392, 60473520000, 60486739200, 60503770800, 60517072800, 60535220400, 60548522400, 61228321200, 61309965600, 61322670000, 61338996000, 61354724400, 61370445600, 61386174000, 61390666800, 61401290400, 61406042400, 61418746800, 61433949600, 61449595200, 61452619200, 61456845600, 61465312800, 61482250800, 61496762400, 61513095600, 61528212000, 62491057200, 62506173600, 62521902000, 62537623200, 62553351600, 62569072800, 62584801200, 62600522400, 62616250800, 62632576800, 62648305200, 62664026400, 62679754800, 62695476000, 62711204400, 62726925600, 62742654000, 62758375200, 62774103600, 62789824800, 62805553200, 62821879200, 62837607600, 62853328800, 62869057200, 62884778400, 62900506800, 62916228000, 62931956400, 62947677600, 62963406000, 62979127200, 62995460400, 63013600800, 63026910000, 63045050400), 3208, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 10800, 7200, 3600, 7200, 3600, 7200, 10800, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600, 7200, 3600) as signed) end second) end end as `clean0`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`carried3` as `carried3`,
  case when `step1`.`shaped0_0` is not null then concat(case when `step1`.`shaped0_0` is not null then concat(substring(`step1`.`shaped0_0`, 1, 4), '-', substring(`step1`.`shaped0_0`, 6, 2), '-', substring(`step1`.`shaped0_0`, 9, 2)) end, ' ', concat(substring(`step1`.`shaped0_0`, 12, 2), ':', substring(`step1`.`shaped0_0`, 15, 2), ':', '00', '.', '000000')) end as `arranged0_0`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  case when (`b`.`v` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9])\\z') then `b`.`v` end as `shaped0_0`
from (select
  `b`.`_batch_id`,
  `b`.`_row_number`,
  `b`.`v`,
  row_number() over (order by `x`.`sequence`, `b`.`_row_number`) as `_place`
from `bronze_cells` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'cells' collate utf8mb4_nopad_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    )
order by `x`.`sequence`, `b`.`_row_number`
fetch next 10 rows only) as `b`) as `step1`) as `step2`) as `step3`) as `step4`) as `step5`) as `step6`) as `step7`
order by `step7`.`carried2`;
