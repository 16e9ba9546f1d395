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
  "step5"."value0" "id",
  "step5"."value1" "found",
  "step5"."carried0" "_batch_id",
  "step5"."carried1" "_row_number",
  case when (
    ("step5"."value0" is null and "step5"."text0" is not null)
    or ("step5"."value0" is not null and "ref0_every_type.integer"."known" is null)
    or ("step5"."value1" is null and "step5"."text1" is not null)
  ) then concat(',', 
    case when ("step5"."value0" is null and "step5"."text0" is not null) then '0,' else '' end,
    case when ("step5"."value0" is not null and "ref0_every_type.integer"."known" is null) then '1,' else '' end,
    case when ("step5"."value1" is null and "step5"."text1" is not null) then '2,' else '' end
  ) end "_reasons",
  cast(null as varchar) "_warnings"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."clean0" "clean0",
  "step4"."text0" "text0",
  case when "step4"."clean0" is not null then "step4"."clean0" else case when (
    (regexp_full_match("step4"."text0", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step4"."text0") <= 1000)
  ) then try_cast("step4"."text0" as integer) end end "value0",
  "step4"."clean1" "clean1",
  "step4"."text1" "text1",
  case when "step4"."clean1" is not null then "step4"."clean1" else cast("step4"."reshaped1_0" as date) end "value1"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."clean0" "clean0",
  "step3"."text0" "text0",
  "step3"."clean1" "clean1",
  "step3"."text1" "text1",
  case when (regexp_full_match("step3"."text1", '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01])')) then try_strptime("step3"."text1", '%Y-%m-%d') end "reshaped1_0"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."clean0" "clean0",
  case when "step2"."clean0" is null then nullif(case when "step2"."raw0" >= '!' and "step2"."raw0" < chr(127) and right("step2"."raw0", 1) between '!' and '~' then "step2"."raw0" else regexp_replace("step2"."raw0", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0",
  "step2"."clean1" "clean1",
  case when "step2"."clean1" is null then nullif(case when "step2"."raw1" >= '!' and "step2"."raw1" < chr(127) and right("step2"."raw1", 1) between '!' and '~' then "step2"."raw1" else regexp_replace("step2"."raw1", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text1"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."raw0" "raw0",
  case when (
    (regexp_full_match("step1"."raw0", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step1"."raw0") <= 1000)
  ) then try_cast("step1"."raw0" as integer) end "clean0",
  "step1"."raw1" "raw1",
  cast("step1"."shaped1_0" as date) "clean1"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "b"."id" "raw0",
  "b"."line" "raw1",
  case when (regexp_full_match("b"."line", '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01])')) then try_strptime("b"."line", '%Y-%m-%d') end "shaped1_0"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "step1") "step2") "step3") "step4") "step5"
  left outer join (select distinct "integer" as "known" from "silver"."every_type" where "integer" is not null) "ref0_every_type.integer"
    on ("ref0_every_type.integer"."known" = "step5"."value0");

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
  case "v"."number" when 0 then "b"."id" when 1 then "b"."id" when 2 then "b"."line" end "value",
  cast(null as varchar) "witness_batch_id",
  cast(null as bigint) "witness_row_number"
from "silver"."orders__stage" "s"
  join (
    values
      (
        0,
        'id: not an integer',
        'id',
        'REJECT'
      ),
      (
        1,
        'id: not in every_type.integer',
        'id',
        'REJECT'
      ),
      (
        2,
        'found: not a date',
        'found',
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
  case when "c"."bronze_rows" <> "c"."kept" + "c"."rejected" + "c"."duplicates" then concat('silver.orders: ', "c"."bronze_rows", ' rows of Bronze are not ', "c"."kept", ' kept, ', "c"."rejected", ' rejected and ', "c"."duplicates", ' duplicates') when "c"."repeated" > 0 then concat('silver.orders: ', "c"."repeated", ' addresses occur more than once') when (
    ("c"."kept" < 2)
    or ("c"."kept" > 2)
  ) then concat('silver.orders: ', concat("c"."kept", ' rows'), ', expected is between 2 and 2 rows') when ("c"."rejected" > 0.4 * "c"."bronze_rows") then concat('silver.orders: ', concat("c"."rejected", ' of ', "c"."bronze_rows", ' rows rejected'), ', expected is at most 40 % rejected') when (("c"."age2" is null or "c"."age2" > 86400)) then concat('silver.orders: ', coalesce(concat('the newest is ', "c"."age2", ' seconds older'), 'no row has a time'), ', expected is found fresh within PT24H') end "problem",
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
  (select coalesce(sum("more"), 0) from (select count(*) - 1 as "more" from "silver"."orders__next" group by "_batch_id", "_row_number" having count(*) > 1) as "twice") "repeated",
  (select date_diff('second', max(cast("n"."found" as timestamp)), (select max("x"."loaded_at") from "medallion"."batches" as "x" where "x"."table_name" = 'orders' and "x"."in_force")) from "silver"."orders__next" as "n") "age2"
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
