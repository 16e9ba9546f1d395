-- probe of orders
select * from (select
  0 as `question`,
  `f`.`found` as `value`,
  `f`.`n` as `row_count`,
  `f`.`place` as `missing`,
  0 as `refused`
from (select (cast(`p`.`v` as char character set utf8mb4) collate utf8mb4_nopad_bin) as `found`, `p`.`all_values` as `n`, `p`.`up_to` as `place` from (select `d`.`v`, `d`.`n`, sum(`d`.`n`) over (order by `d`.`v` rows between unbounded preceding and current row) as `up_to`, sum(`d`.`n`) over () as `all_values` from (select
  `step3`.`value0` as `v`,
  sum(`step3`.`carried0`) as `n`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`clean0` as `clean0`,
  `step2`.`text0` as `text0`,
  case when `step2`.`clean0` is not null then `step2`.`clean0` when `step2`.`text0` is not null then case when (
    (`step2`.`text0` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and (octet_length(`step2`.`text0`) <= 1000)
    and ((char_length(regexp_replace(substring_index(`step2`.`text0`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`step2`.`text0`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`step2`.`text0`, '.', 1), '^[+-]?0*', '') <= case when `step2`.`text0` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`step2`.`text0`, '.', 1) as signed) end end as `value0`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`clean0` as `clean0`,
  case when `step1`.`clean0` is null then nullif(case when left(`step1`.`raw0`, 1) between '!' and '~' and right(`step1`.`raw0`, 1) between '!' and '~' then `step1`.`raw0` else regexp_replace(`step1`.`raw0`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end, (_utf8mb4'' collate utf8mb4_nopad_bin)) end as `text0`
from (select
  `b`.`_count` as `carried0`,
  `b`.`n` as `raw0`,
  case when `b`.`n` regexp '^-?[0-9]{1,9}\\z' then cast(`b`.`n` as signed) end as `clean0`
from (select
  `b`.`n`,
  count(*) as `_count`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_nopad_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    )
group by `b`.`n`) as `b` limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3`
where (
  (`step3`.`value0` is not null)
  and (case when (`step3`.`value0` > 100) then 0 else 1 end = 1)
)
group by `step3`.`value0`) as `d`) as `p` where 2 * `p`.`up_to` >= `p`.`all_values` and 2 * (`p`.`up_to` - `p`.`n`) <= `p`.`all_values`) as `f`) as `q0`;
