-- remove silver.orders__next
drop table if exists "silver"."orders__next";

-- remove silver.orders__rejects__next
drop table if exists "silver"."orders__rejects__next";

-- remove silver.orders__duplicates__next
drop table if exists "silver"."orders__duplicates__next";

-- remove silver.orders__stage
drop table if exists "silver"."orders__stage";

-- type and judge the rows of silver.orders
create table "silver"."orders__next" as
select
  "step1"."text0" "id",
  "step1"."value1" "of_text",
  "step1"."value2" "of_number",
  "step1"."carried0" "_batch_id",
  "step1"."carried1" "_row_number",
  cast(null as varchar) "_reasons",
  cast(null as varchar) "_warnings"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."id" "text0",
  md5(concat(
    coalesce(
      cast(cast(length(nullif(
        trim("b"."line", ' '),
        ''
      )) as integer) as varchar),
      '-1'
    ),
    ':',
    nullif(
      trim("b"."line", ' '),
      ''
    ),
    coalesce(
      cast(cast(length(nullif(
        trim("b"."id", ' '),
        ''
      )) as integer) as varchar),
      '-1'
    ),
    ':',
    nullif(
      trim("b"."id", ' '),
      ''
    )
  )) "value1",
  md5(concat(
    coalesce(
      cast(cast(length('crm') as integer) as varchar),
      '-1'
    ),
    ':',
    'crm',
    coalesce(
      cast(cast(length(cast(case when (
        (regexp_full_match(trim("b"."id", ' '), '[+-]?[0-9]+(?:\.0+)?'))
        and (strlen(trim("b"."id", ' ')) <= 1000)
      ) then try_cast(trim("b"."id", ' ') as integer) end as varchar)) as integer) as varchar),
      '-1'
    ),
    ':',
    cast(case when (
      (regexp_full_match(trim("b"."id", ' '), '[+-]?[0-9]+(?:\.0+)?'))
      and (strlen(trim("b"."id", ' ')) <= 1000)
    ) then try_cast(trim("b"."id", ' ') as integer) end as varchar)
  )) "value2"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "step1";

-- duplicates of silver.orders
create table "silver"."orders__duplicates__next" as
select
  "d"."_batch_id",
  "d"."_row_number",
  "d"."_batch_id" "winner_batch_id",
  "d"."_row_number" "winner_row_number"
from "silver"."orders__next" "d"
where (1 = 0);

-- what was found wrong in silver.orders
create table "silver"."orders__stage" as
select "_batch_id", "_row_number", "_reasons", "_warnings"
from "silver"."orders__next"
where ("_reasons" is not null or "_warnings" is not null);

-- rejects of silver.orders
create table "silver"."orders__rejects__next" as
select
  "s"."_batch_id",
  "s"."_row_number",
  cast(null as varchar) "rule",
  cast(null as varchar) "column_name",
  cast(null as varchar) "value",
  cast(null as varchar) "witness_batch_id",
  cast(null as bigint) "witness_row_number"
from "silver"."orders__stage" "s"
where (1 = 0);

-- delete what is refused
delete from "silver"."orders__next" where "_reasons" is not null;

-- drop the reasons
alter table "silver"."orders__next" drop column "_reasons";

-- drop the warnings
alter table "silver"."orders__next" drop column "_warnings";

begin;

-- audit silver.orders
select case when "problem" is not null then error("problem") end as "audit", "bronze_rows", "kept", "rejected", "duplicates"
from (
select
  case when "c"."bronze_rows" <> "c"."kept" + "c"."rejected" + "c"."duplicates" then concat('silver.orders: ', "c"."bronze_rows", ' rows of Bronze are not ', "c"."kept", ' kept, ', "c"."rejected", ' rejected and ', "c"."duplicates", ' duplicates') when "c"."repeated" > 0 then concat('silver.orders: ', "c"."repeated", ' addresses occur more than once') end "problem",
  "c"."bronze_rows",
  "c"."kept",
  "c"."rejected",
  "c"."duplicates"
from (select
  (select count(*) from "bronze"."orders" as "b" where exists (select 1 from "medallion"."batches" as "x" where (
    ("x"."table_name" = 'orders')
    and ("x"."batch_id" = "b"."_batch_id")
    and ("x"."in_force")
  ))) "bronze_rows",
  (select count(*) from "silver"."orders__next") "kept",
  (select count(*) from (select distinct "_batch_id", "_row_number" from "silver"."orders__rejects__next") as "addresses") "rejected",
  (select count(*) from "silver"."orders__duplicates__next") "duplicates",
  (select coalesce(sum("more"), 0) from (select count(*) - 1 as "more" from "silver"."orders__next" group by "_batch_id", "_row_number" having count(*) > 1) as "twice") "repeated"
) "c"
) as "audited";

-- remove silver.orders
drop table if exists "silver"."orders";

-- publish silver.orders
alter table "silver"."orders__next" rename to "orders";

-- remove silver.orders__rejects
drop table if exists "silver"."orders__rejects";

-- publish silver.orders__rejects
alter table "silver"."orders__rejects__next" rename to "orders__rejects";

-- remove silver.orders__duplicates
drop table if exists "silver"."orders__duplicates";

-- publish silver.orders__duplicates
alter table "silver"."orders__duplicates__next" rename to "orders__duplicates";

commit;

-- remove silver.orders__stage
drop table if exists "silver"."orders__stage";
