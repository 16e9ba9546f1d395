-- preview of silver_cells
select
  `step1`.`carried0` as `_batch_id`,
  `step1`.`carried1` as `_row_number`,
  `step1`.`carried3` as `v__before`,
  `step1`.`value0` as `v`,
  nullif(concat_ws('; ', case when `step1`.`refused0` then (_utf8mb4'v: not an integer' collate utf8mb4_0900_bin) end), '') as `_reasons`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  case when ((((`b`.`v` is not null) and (case when (
    (octet_length(`b`.`v`) <= 1000)
    and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end is null)) or (((cast(case when (
    (octet_length(`b`.`v`) <= 1000)
    and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) is not null) and (case
    when (round((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) as signed)
  end is null))) or (case
    when (round((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) as signed)
  end <> (cast(case when (
    (octet_length(`b`.`v`) <= 1000)
    and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1))) then null else case
    when (round((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) as signed)
  end end as `value0`,
  ((((`b`.`v` is not null) and (case when (
    (octet_length(`b`.`v`) <= 1000)
    and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end is null)) or (((cast(case when (
    (octet_length(`b`.`v`) <= 1000)
    and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) is not null) and (case
    when (round((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) as signed)
  end is null))) or (case
    when (round((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (octet_length(`b`.`v`) <= 1000)
      and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1) as signed)
  end <> (cast(case when (
    (octet_length(`b`.`v`) <= 1000)
    and (`b`.`v` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`b`.`v`, '.', 1), '^[+-]?0*', '') <= case when `b`.`v` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`b`.`v`, '.', 1) as signed) end as signed) + 1))) as `refused0`
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
limit 10) as `b` limit 18446744073709551615) as `step1`
order by `step1`.`carried2`;
