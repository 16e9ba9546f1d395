-- preview of silver_cells
select
  `step5`.`carried0` as `_batch_id`,
  `step5`.`carried1` as `_row_number`,
  `step5`.`carried3` as `v__before`,
  `step5`.`value0` as `v`,
  nullif(concat_ws('; ', case when (`step5`.`value0` is null and `step5`.`text0` is not null) then (_utf8mb4'v: not a number' collate utf8mb4_nopad_bin) end), '') as `_reasons`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`carried2` as `carried2`,
  `step4`.`carried3` as `carried3`,
  `step4`.`clean0` as `clean0`,
  `step4`.`text0` as `text0`,
  case when `step4`.`clean0` is not null then `step4`.`clean0` else case when (char_length(`step4`.`reshaped0_0`) <= 300 and not (locate('e', lower(`step4`.`reshaped0_0`)) > 0)) then cast(`step4`.`reshaped0_0` as double) when (
    (`step4`.`reshaped0_0` regexp '^(?:[+-]?[0.]+(?:[eE].*)?)\\z')
    or (((cast(case when locate('e', lower(`step4`.`reshaped0_0`)) > 0 then substring_index(lower(`step4`.`reshaped0_0`), 'e', -1) else '0' end as signed) + case when char_length(regexp_replace(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) > 0 then char_length(regexp_replace(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) else - (char_length(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', -1)) - char_length(regexp_replace(replace(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''))) end) between -322 and 308 or (cast(case when locate('e', lower(`step4`.`reshaped0_0`)) > 0 then substring_index(lower(`step4`.`reshaped0_0`), 'e', -1) else '0' end as signed) + case when char_length(regexp_replace(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) > 0 then char_length(regexp_replace(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) else - (char_length(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', -1)) - char_length(regexp_replace(replace(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''))) end) = 309 and rpad(regexp_replace(replace(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''), 30, '0') < '179769313486231580793728971405' or (cast(case when locate('e', lower(`step4`.`reshaped0_0`)) > 0 then substring_index(lower(`step4`.`reshaped0_0`), 'e', -1) else '0' end as signed) + case when char_length(regexp_replace(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) > 0 then char_length(regexp_replace(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) else - (char_length(substring_index(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', -1)) - char_length(regexp_replace(replace(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''))) end) = -323 and rpad(regexp_replace(replace(substring_index(lower(`step4`.`reshaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''), 30, '0') > '247032822920623272088284396434'))
  ) then cast(`step4`.`reshaped0_0` as double) end end as `value0`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`carried2` as `carried2`,
  `step3`.`carried3` as `carried3`,
  `step3`.`clean0` as `clean0`,
  `step3`.`text0` as `text0`,
  case when (
    (`step3`.`text0` regexp '^(?:[+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)\\z')
    and (octet_length(`step3`.`text0`) <= 1000)
  ) then `step3`.`text0` end as `reshaped0_0`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`carried3` as `carried3`,
  `step2`.`clean0` as `clean0`,
  case when `step2`.`clean0` is null then nullif(case when left(`step2`.`carried3`, 1) between '!' and '~' and right(`step2`.`carried3`, 1) between '!' and '~' then `step2`.`carried3` else regexp_replace(`step2`.`carried3`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+|[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+\\z', '') end, (_utf8mb4'' collate utf8mb4_nopad_bin)) end as `text0`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`carried3` as `carried3`,
  case when (char_length(`step1`.`shaped0_0`) <= 300 and not (locate('e', lower(`step1`.`shaped0_0`)) > 0)) then cast(`step1`.`shaped0_0` as double) when (
    (`step1`.`shaped0_0` regexp '^(?:[+-]?[0.]+(?:[eE].*)?)\\z')
    or (((cast(case when locate('e', lower(`step1`.`shaped0_0`)) > 0 then substring_index(lower(`step1`.`shaped0_0`), 'e', -1) else '0' end as signed) + case when char_length(regexp_replace(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) > 0 then char_length(regexp_replace(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) else - (char_length(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', -1)) - char_length(regexp_replace(replace(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''))) end) between -322 and 308 or (cast(case when locate('e', lower(`step1`.`shaped0_0`)) > 0 then substring_index(lower(`step1`.`shaped0_0`), 'e', -1) else '0' end as signed) + case when char_length(regexp_replace(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) > 0 then char_length(regexp_replace(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) else - (char_length(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', -1)) - char_length(regexp_replace(replace(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''))) end) = 309 and rpad(regexp_replace(replace(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''), 30, '0') < '179769313486231580793728971405' or (cast(case when locate('e', lower(`step1`.`shaped0_0`)) > 0 then substring_index(lower(`step1`.`shaped0_0`), 'e', -1) else '0' end as signed) + case when char_length(regexp_replace(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) > 0 then char_length(regexp_replace(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', 1), '^[+-]?0*', '')) else - (char_length(substring_index(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', -1)) - char_length(regexp_replace(replace(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''))) end) = -323 and rpad(regexp_replace(replace(substring_index(lower(`step1`.`shaped0_0`), 'e', 1), '.', ''), '^[+-]?0*', ''), 30, '0') > '247032822920623272088284396434'))
  ) then cast(`step1`.`shaped0_0` as double) end as `clean0`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  case when (
    (`b`.`v` regexp '^(?:[+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?)\\z')
    and (octet_length(`b`.`v`) <= 1000)
  ) then `b`.`v` end as `shaped0_0`
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
fetch next 10 rows only) as `b`) as `step1`) as `step2`) as `step3`) as `step4`) as `step5`
order by `step5`.`carried2`;
