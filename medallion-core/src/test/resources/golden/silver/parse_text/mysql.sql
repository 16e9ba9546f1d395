-- preview of silver_cells
select
  `step1`.`carried0` as `_batch_id`,
  `step1`.`carried1` as `_row_number`,
  `step1`.`carried3` as `v__before`,
  `step1`.`text0` as `v`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `_reasons`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  upper(nullif(case when left(`b`.`v`, 1) between '!' and '~' and right(`b`.`v`, 1) between '!' and '~' then `b`.`v` else reverse(regexp_replace(reverse(regexp_replace(`b`.`v`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'N/A' collate utf8mb4_0900_bin))) as `text0`
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
limit 10) as `b`) as `step1`
order by `step1`.`carried2`;
