-- preview of silver.cells
select
  "step1"."carried0" "_batch_id",
  "step1"."carried1" "_row_number",
  "step1"."carried3" "v__before",
  "step1"."value0" "v",
  nullif(concat_ws('; ', case when "step1"."refused0" then 'v: not an integer' end), '') "_reasons"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."_place" "carried2",
  "b"."v" "carried3",
  case when (((("b"."v" is not null) and (case when (
    (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("b"."v") <= 1000)
  ) then try_cast("b"."v" as integer) end is null)) or (((cast(case when (
    (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("b"."v") <= 1000)
  ) then try_cast("b"."v" as integer) end as bigint) + 1) is not null) and (case
    when (round((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1) as integer)
  end is null))) or (case
    when (round((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1) as integer)
  end <> (cast(case when (
    (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("b"."v") <= 1000)
  ) then try_cast("b"."v" as integer) end as bigint) + 1))) then null else case
    when (round((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1) as integer)
  end end "value0",
  (((("b"."v" is not null) and (case when (
    (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("b"."v") <= 1000)
  ) then try_cast("b"."v" as integer) end is null)) or (((cast(case when (
    (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("b"."v") <= 1000)
  ) then try_cast("b"."v" as integer) end as bigint) + 1) is not null) and (case
    when (round((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1) as integer)
  end is null))) or (case
    when (round((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1), 0) between -2147483648 and 2147483647) then cast((cast(case when (
      (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen("b"."v") <= 1000)
    ) then try_cast("b"."v" as integer) end as bigint) + 1) as integer)
  end <> (cast(case when (
    (regexp_full_match("b"."v", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("b"."v") <= 1000)
  ) then try_cast("b"."v" as integer) end as bigint) + 1))) "refused0"
from (select
  "b"."_batch_id",
  "b"."_row_number",
  "b"."v",
  row_number() over (order by "x"."sequence", "b"."_row_number") "_place"
from "bronze"."cells" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'cells')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )
order by "x"."sequence", "b"."_row_number"
limit 10) "b") "step1"
order by "step1"."carried2";
