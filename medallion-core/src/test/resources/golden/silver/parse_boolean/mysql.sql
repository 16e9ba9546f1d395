-- preview of silver_cells
select
  `step3`.`carried0` as `_batch_id`,
  `step3`.`carried1` as `_row_number`,
  `step3`.`carried3` as `v__before`,
  `step3`.`value0` as `v`,
  nullif(concat_ws('; ', case when (`step3`.`value0` is null and `step3`.`text0` is not null) then (_utf8mb4'v: not a boolean' collate utf8mb4_0900_bin) end), '') as `_reasons`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`carried3` as `carried3`,
  `step2`.`clean0` as `clean0`,
  `step2`.`text0` as `text0`,
  case when `step2`.`clean0` is not null then `step2`.`clean0` when `step2`.`text0` is not null then case when lower(`step2`.`text0`) in ((_utf8mb4'yes' collate utf8mb4_0900_bin)) then true when lower(`step2`.`text0`) in ((_utf8mb4'no' collate utf8mb4_0900_bin)) then false end end as `value0`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`carried3` as `carried3`,
  `step1`.`clean0` as `clean0`,
  case when `step1`.`clean0` is null then nullif(case when left(`step1`.`carried3`, 1) between '!' and '~' and right(`step1`.`carried3`, 1) between '!' and '~' then `step1`.`carried3` else reverse(regexp_replace(reverse(regexp_replace(`step1`.`carried3`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text0`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  case when `b`.`v` in ((_utf8mb4'yes' collate utf8mb4_0900_bin)) then true when `b`.`v` in ((_utf8mb4'no' collate utf8mb4_0900_bin)) then false end as `clean0`
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
limit 10) as `b` limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3`
order by `step3`.`carried2`;
