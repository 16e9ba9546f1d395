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
  "step5"."text0" "kind",
  "step5"."value1" "n",
  ("step5"."clean1" is null and "step5"."text1" is null) "is_n_missing",
  "step5"."carried0" "_batch_id",
  "step5"."carried1" "_row_number",
  case when ("step5"."value1" is null and "step5"."text1" is not null) then concat(',', case when ("step5"."value1" is null and "step5"."text1" is not null) then '0,' else '' end) end "_reasons",
  cast(null as varchar) "_warnings"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."text0" "text0",
  "step4"."clean1" "clean1",
  "step4"."text1" "text1",
  case when "step4"."clean1" is not null then "step4"."clean1" when "step4"."text1" is null then cast(2.50 as decimal(5, 2)) else case when (
    (regexp_full_match("step4"."text1", '[+-]?(?:[0-9]+(?:\.[0-9]{1,2}0*)?|\.[0-9]{1,2}0*)'))
    and (strlen("step4"."text1") <= 1000)
  ) then try_cast("step4"."text1" as decimal(5, 2)) end end "value1"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."text0" "text0",
  "step3"."clean1" "clean1",
  case when "step3"."clean1" is null then nullif(case when "step3"."raw1" >= '!' and "step3"."raw1" < chr(127) and right("step3"."raw1", 1) between '!' and '~' then "step3"."raw1" else regexp_replace("step3"."raw1", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text1"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."text0" "text0",
  "step2"."raw1" "raw1",
  case when (
    (regexp_full_match("step2"."raw1", '[+-]?(?:[0-9]+(?:\.[0-9]{1,2}0*)?|\.[0-9]{1,2}0*)'))
    and (strlen("step2"."raw1") <= 1000)
  ) then try_cast("step2"."raw1" as decimal(5, 2)) end "clean1"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  case "step1"."text0" when 'M' then 'male' when 'it''s' then 'its' else "step1"."text0" end "text0",
  "step1"."raw1" "raw1"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  case when "b"."kind" >= '!' and "b"."kind" < chr(127) and right("b"."kind", 1) between '!' and '~' then "b"."kind" else regexp_replace("b"."kind", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end "text0",
  "b"."n" "raw1"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "step1") "step2") "step3") "step4") "step5";

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
  case "v"."number" when 0 then "b"."n" end "value",
  cast(null as varchar) "witness_batch_id",
  cast(null as bigint) "witness_row_number"
from "silver"."orders__stage" "s"
  join (
    values (
      0,
      'n: not a number',
      'n',
      'REJECT'
    )
  ) "v" ("number", "rule", "column_name", "action")
    on ("s"."_reasons" like concat('%,', "v"."number", ',%'))
  join "bronze"."orders" "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."_reasons" is not null);

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
