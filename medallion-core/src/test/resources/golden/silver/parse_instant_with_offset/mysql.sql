-- preview of silver_cells
select
  `step7`.`carried0` as `_batch_id`,
  `step7`.`carried1` as `_row_number`,
  `step7`.`carried3` as `v__before`,
  `step7`.`value0` as `v`,
  nullif(concat_ws('; ', case when (`step7`.`value0` is null and `step7`.`text0` is not null) then (_utf8mb4'v: not a timestamp' collate utf8mb4_0900_bin) end), '') as `_reasons`
from (select
  `step6`.`carried0` as `carried0`,
  `step6`.`carried1` as `carried1`,
  `step6`.`carried2` as `carried2`,
  `step6`.`carried3` as `carried3`,
  `step6`.`clean0` as `clean0`,
  `step6`.`text0` as `text0`,
  case when `step6`.`clean0` is not null then `step6`.`clean0` else case when (((substring(`step6`.`rearranged0_0`, 9, 2) <= '28') or substring(`step6`.`rearranged0_0`, 9, 2) in ('29', '30') and substring(`step6`.`rearranged0_0`, 6, 2) <> '02' or substring(`step6`.`rearranged0_0`, 9, 2) = '31' and substring(`step6`.`rearranged0_0`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step6`.`rearranged0_0`, 9, 2) = '29' and (right(left(`step6`.`rearranged0_0`, 4), 2) <> '00' and mod(cast(right(left(`step6`.`rearranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step6`.`rearranged0_0`, 4), 2) = '00' and mod(cast(left(left(`step6`.`rearranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0))) then case when to_seconds(cast(left(`step6`.`rearranged0_0`, 26) as datetime(6))) - (case when substring(`step6`.`rearranged0_0`, 27, 1) = '-' then -60 else 60 end * (60 * cast(substring(`step6`.`rearranged0_0`, 28, 2) as signed) + cast(right(`step6`.`rearranged0_0`, 2) as signed))) between to_seconds('0001-01-01 00:00:00') and to_seconds('9999-12-31 23:59:59') then date_sub(cast(left(`step6`.`rearranged0_0`, 26) as datetime(6)), interval (case when substring(`step6`.`rearranged0_0`, 27, 1) = '-' then -60 else 60 end * (60 * cast(substring(`step6`.`rearranged0_0`, 28, 2) as signed) + cast(right(`step6`.`rearranged0_0`, 2) as signed))) second) end end end as `value0`
from (select
  `step5`.`carried0` as `carried0`,
  `step5`.`carried1` as `carried1`,
  `step5`.`carried2` as `carried2`,
  `step5`.`carried3` as `carried3`,
  `step5`.`clean0` as `clean0`,
  `step5`.`text0` as `text0`,
  case when `step5`.`reshaped0_0` is not null then concat(case when `step5`.`reshaped0_0` is not null then concat(regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$1'), '-', regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$2'), '-', regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$3')) end, ' ', concat(regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$4'), ':', regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$5'), ':', regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$6'), '.', '000000'), case when regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$7') = 'Z' then '+00:00' else concat(left(regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$7'), 3), ':', right(regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$7'), 2)) end) end as `rearranged0_0`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`carried2` as `carried2`,
  `step4`.`carried3` as `carried3`,
  `step4`.`clean0` as `clean0`,
  `step4`.`text0` as `text0`,
  case when (`step4`.`text0` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9]))\\z') then `step4`.`text0` end as `reshaped0_0`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`carried2` as `carried2`,
  `step3`.`carried3` as `carried3`,
  `step3`.`clean0` as `clean0`,
  case when `step3`.`clean0` is null then nullif(case when left(`step3`.`carried3`, 1) between '!' and '~' and right(`step3`.`carried3`, 1) between '!' and '~' then `step3`.`carried3` else reverse(regexp_replace(reverse(regexp_replace(`step3`.`carried3`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text0`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`carried3` as `carried3`,
  case when (((substring(`step2`.`arranged0_0`, 9, 2) <= '28') or substring(`step2`.`arranged0_0`, 9, 2) in ('29', '30') and substring(`step2`.`arranged0_0`, 6, 2) <> '02' or substring(`step2`.`arranged0_0`, 9, 2) = '31' and substring(`step2`.`arranged0_0`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step2`.`arranged0_0`, 9, 2) = '29' and (right(left(`step2`.`arranged0_0`, 4), 2) <> '00' and mod(cast(right(left(`step2`.`arranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step2`.`arranged0_0`, 4), 2) = '00' and mod(cast(left(left(`step2`.`arranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0))) then case when to_seconds(cast(left(`step2`.`arranged0_0`, 26) as datetime(6))) - (case when substring(`step2`.`arranged0_0`, 27, 1) = '-' then -60 else 60 end * (60 * cast(substring(`step2`.`arranged0_0`, 28, 2) as signed) + cast(right(`step2`.`arranged0_0`, 2) as signed))) between to_seconds('0001-01-01 00:00:00') and to_seconds('9999-12-31 23:59:59') then date_sub(cast(left(`step2`.`arranged0_0`, 26) as datetime(6)), interval (case when substring(`step2`.`arranged0_0`, 27, 1) = '-' then -60 else 60 end * (60 * cast(substring(`step2`.`arranged0_0`, 28, 2) as signed) + cast(right(`step2`.`arranged0_0`, 2) as signed))) second) end end as `clean0`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`carried3` as `carried3`,
  case when `step1`.`shaped0_0` is not null then concat(case when `step1`.`shaped0_0` is not null then concat(regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$1'), '-', regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$2'), '-', regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$3')) end, ' ', concat(regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$4'), ':', regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$5'), ':', regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$6'), '.', '000000'), case when regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$7') = 'Z' then '+00:00' else concat(left(regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$7'), 3), ':', right(regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\-((?:0[1-9]|1[0-2]))\\-((?:0[1-9]|[12][0-9]|3[01]))T((?:[01][0-9]|2[0-3])):([0-5][0-9]):([0-5][0-9])((?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])))\\z', '$7'), 2)) end) end as `arranged0_0`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  case when (`b`.`v` regexp '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\\-(?:0[1-9]|1[0-2])\\-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9]))\\z') then `b`.`v` end as `shaped0_0`
from (select
  `b`.`_batch_id`,
  `b`.`_row_number`,
  `b`.`v`,
  row_number() over (order by `x`.`sequence`, `b`.`_row_number`) as `_place`
from `bronze_cells` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'cells' collate utf8mb4_0900_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    )
order by `x`.`sequence`, `b`.`_row_number`
limit 10) as `b` limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3` limit 18446744073709551615) as `step4` limit 18446744073709551615) as `step5` limit 18446744073709551615) as `step6` limit 18446744073709551615) as `step7`
order by `step7`.`carried2`;
