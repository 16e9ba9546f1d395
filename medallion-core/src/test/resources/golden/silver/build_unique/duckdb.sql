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
  "step4"."value0" "id",
  "step4"."text1" "line",
  "step4"."carried0" "_batch_id",
  "step4"."carried1" "_row_number",
  case when ("step4"."value0" is null and "step4"."text0" is not null) then concat(',', case when ("step4"."value0" is null and "step4"."text0" is not null) then '0,' else '' end) end "_reasons",
  cast(null as varchar) "_warnings"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."clean0" "clean0",
  "step3"."text0" "text0",
  case when "step3"."clean0" is not null then "step3"."clean0" else case when (
    (regexp_full_match("step3"."text0", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step3"."text0") <= 1000)
  ) then try_cast("step3"."text0" as integer) end end "value0",
  "step3"."text1" "text1"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."clean0" "clean0",
  case when "step2"."clean0" is null then nullif(case when "step2"."raw0" >= '!' and "step2"."raw0" < chr(127) and right("step2"."raw0", 1) between '!' and '~' then "step2"."raw0" else regexp_replace("step2"."raw0", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0",
  "step2"."text1" "text1"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."raw0" "raw0",
  case when (
    (regexp_full_match("step1"."raw0", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step1"."raw0") <= 1000)
  ) then try_cast("step1"."raw0" as integer) end "clean0",
  "step1"."text1" "text1"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."id" "raw0",
  "b"."line" "text1"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "step1") "step2") "step3") "step4";

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
  cast("v"."rule" as varchar) "rule",
  cast("v"."column_name" as varchar) "column_name",
  case "v"."number" when 0 then "b"."id" end "value",
  cast(null as varchar) "witness_batch_id",
  cast(null as bigint) "witness_row_number"
from "silver"."orders__stage" "s"
  join (
    values (
      0,
      'id: not an integer',
      'id',
      'REJECT'
    )
  ) "v" ("number", "rule", "column_name", "action")
    on ("s"."_reasons" like concat('%,', "v"."number", ',%'))
  join "bronze"."orders" "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."_reasons" is not null);

-- rejects of silver.orders by id: unique
insert into "silver"."orders__rejects__next"
select
  "s"."_batch_id",
  "s"."_row_number",
  'id: unique' "rule",
  'id' "column_name",
  "b"."id" "value",
  "s"."witness_batch_id",
  "s"."witness_row_number"
from (select
  "s"."_batch_id",
  "s"."_row_number",
  first_value("s"."_batch_id") over (
    partition by "s"."id"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) "witness_batch_id",
  first_value("s"."_row_number") over (
    partition by "s"."id"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) "witness_row_number",
  row_number() over (
    partition by "s"."id"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) "place"
from "silver"."orders__next" "s"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "s"."_batch_id")
      and ("x"."in_force")
    )
  join (select "k"."id"
  from "silver"."orders__next" "k"
  where (
    ("k"."_reasons" is null)
    and ("k"."id" is not null)
  )
  group by "k"."id"
  having (count(*) > 1)) "r"
    on ("s"."id" = "r"."id")
where ("s"."_reasons" is null)) "s"
  join "bronze"."orders" "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."place" > 1);

-- rejects of silver.orders by line: unique
insert into "silver"."orders__rejects__next"
select
  "s"."_batch_id",
  "s"."_row_number",
  'line: unique' "rule",
  'line' "column_name",
  "b"."line" "value",
  "s"."witness_batch_id",
  "s"."witness_row_number"
from (select
  "s"."_batch_id",
  "s"."_row_number",
  first_value("s"."_batch_id") over (
    partition by "s"."line"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) "witness_batch_id",
  first_value("s"."_row_number") over (
    partition by "s"."line"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) "witness_row_number",
  row_number() over (
    partition by "s"."line"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) "place"
from "silver"."orders__next" "s"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "s"."_batch_id")
      and ("x"."in_force")
    )
  join (select "k"."line"
  from "silver"."orders__next" "k"
  where (
    ("k"."_reasons" is null)
    and ("k"."line" is not null)
  )
  group by "k"."line"
  having (count(*) > 1)) "r"
    on ("s"."line" = "r"."line")
where ("s"."_reasons" is null)) "s"
  join "bronze"."orders" "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."place" > 1);

-- delete what is refused
delete from "silver"."orders__next" where "_reasons" is not null;

-- delete what repeats a key
delete from "silver"."orders__next" where ("_batch_id", "_row_number") in (select "_batch_id", "_row_number" from "silver"."orders__rejects__next");

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
