-- preview of silver.cells
select
  "step1"."carried0" as "_batch_id",
  "step1"."carried1" as "_row_number",
  "step1"."carried3" as "v__before",
  "step1"."value0" as "v",
  nullif(concat_ws('; ', case when "step1"."refused0" then 'v: not an integer' end), '') as "_reasons"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."_place" as "carried2",
  "b"."v" as "carried3",
  case when (((("b"."v" is not null) and (case when (
    ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("b"."v") <= 1000)
    and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("b"."v", '.', 1) as integer) end is null)) or (((cast(case when (
    ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("b"."v") <= 1000)
    and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) is not null) and (case
    when (round((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) as integer)
  end is null))) or (case
    when (round((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) as integer)
  end <> (cast(case when (
    ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("b"."v") <= 1000)
    and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1))) then null else case
    when (round((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) as integer)
  end end as "value0",
  (((("b"."v" is not null) and (case when (
    ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("b"."v") <= 1000)
    and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("b"."v", '.', 1) as integer) end is null)) or (((cast(case when (
    ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("b"."v") <= 1000)
    and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) is not null) and (case
    when (round((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) as integer)
  end is null))) or (case
    when (round((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length("b"."v") <= 1000)
      and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1) as integer)
  end <> (cast(case when (
    ("b"."v" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("b"."v") <= 1000)
    and ((char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("b"."v", '.', 1), '+-0')) = 10 and ltrim(split_part("b"."v", '.', 1), '+-0') collate "C" <= case when "b"."v" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("b"."v", '.', 1) as integer) end as bigint) + 1))) as "refused0"
from (select
  "b"."_batch_id",
  "b"."_row_number",
  "b"."v",
  row_number() over (order by "x"."sequence", "b"."_row_number") as "_place"
from "bronze"."cells" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'cells')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )
order by "x"."sequence", "b"."_row_number"
fetch next 10 rows only) as "b" offset '0') as "step1"
order by "step1"."carried2";
