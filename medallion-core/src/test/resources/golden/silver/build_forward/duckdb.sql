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
  "step8"."value0" "day",
  "step8"."text1" "kind",
  "step8"."filled2" "n",
  ("step8"."clean2" is null and "step8"."text2" is null) "is_n_missing",
  "step8"."carried0" "_batch_id",
  "step8"."carried1" "_row_number",
  case when (
    ("step8"."value0" is null and "step8"."text0" is not null)
    or ("step8"."value2" is null and "step8"."text2" is not null)
    or ("step8"."filled2" > 100)
    or (not ("step8"."text1" <> '?'))
  ) then concat(',', 
    case when ("step8"."value0" is null and "step8"."text0" is not null) then '0,' else '' end,
    case when ("step8"."value2" is null and "step8"."text2" is not null) then '1,' else '' end,
    case when ("step8"."filled2" > 100) then '2,' else '' end,
    case when (not ("step8"."text1" <> '?')) then '4,' else '' end
  ) end "_reasons",
  case when ("step8"."filled2" is not null and "ref2_every_type.integer"."known" is null) then concat(',', case when ("step8"."filled2" is not null and "ref2_every_type.integer"."known" is null) then '3,' else '' end) end "_warnings"
from (select
  "step7"."carried0" "carried0",
  "step7"."carried1" "carried1",
  "step7"."carried2" "carried2",
  "step7"."clean0" "clean0",
  "step7"."text0" "text0",
  "step7"."value0" "value0",
  "step7"."text1" "text1",
  "step7"."clean2" "clean2",
  "step7"."text2" "text2",
  "step7"."value2" "value2",
  "step7"."sound" "sound",
  "step7"."run2" "run2",
  case when (
    ("step7"."clean2" is null and "step7"."text2" is null)
    and ("step7"."value0" is not null)
    and ("step7"."text1" is not null)
  ) then first_value(case when (
    ("step7"."sound" = 1 and "step7"."value2" is not null)
    and ("step7"."value0" is not null)
    and ("step7"."text1" is not null)
  ) then "step7"."value2" end) over (partition by "step7"."text1", "step7"."run2" order by "step7"."value0", "step7"."carried2", "step7"."carried1") else "step7"."value2" end "filled2"
from (select
  "step6"."carried0" "carried0",
  "step6"."carried1" "carried1",
  "step6"."carried2" "carried2",
  "step6"."clean0" "clean0",
  "step6"."text0" "text0",
  "step6"."value0" "value0",
  "step6"."text1" "text1",
  "step6"."clean2" "clean2",
  "step6"."text2" "text2",
  "step6"."value2" "value2",
  "step6"."sound" "sound",
  count(case when (
    ("step6"."sound" = 1 and "step6"."value2" is not null)
    and ("step6"."value0" is not null)
    and ("step6"."text1" is not null)
  ) then 1 end) over (partition by "step6"."text1" order by "step6"."value0", "step6"."carried2", "step6"."carried1" rows between unbounded preceding and current row) "run2"
from (select
  "step5"."carried0" "carried0",
  "step5"."carried1" "carried1",
  "step5"."carried2" "carried2",
  "step5"."clean0" "clean0",
  "step5"."text0" "text0",
  "step5"."value0" "value0",
  "step5"."text1" "text1",
  "step5"."clean2" "clean2",
  "step5"."text2" "text2",
  "step5"."value2" "value2",
  case when (
    ("step5"."value0" is null and "step5"."text0" is not null)
    or ("step5"."value2" is null and "step5"."text2" is not null)
    or ("step5"."value2" > 100)
    or (not ("step5"."text1" <> '?'))
  ) then 0 else 1 end "sound"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."carried2" "carried2",
  "step4"."clean0" "clean0",
  "step4"."text0" "text0",
  case when "step4"."clean0" is not null then "step4"."clean0" else cast("step4"."reshaped0_0" as date) end "value0",
  "step4"."text1" "text1",
  "step4"."clean2" "clean2",
  "step4"."text2" "text2",
  case when "step4"."clean2" is not null then "step4"."clean2" else case when (
    (regexp_full_match("step4"."text2", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step4"."text2") <= 1000)
  ) then try_cast("step4"."text2" as integer) end end "value2"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."carried2" "carried2",
  "step3"."clean0" "clean0",
  "step3"."text0" "text0",
  case when (regexp_full_match("step3"."text0", '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01])')) then try_strptime("step3"."text0", '%Y-%m-%d') end "reshaped0_0",
  "step3"."text1" "text1",
  "step3"."clean2" "clean2",
  "step3"."text2" "text2"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."carried2" "carried2",
  "step2"."clean0" "clean0",
  case when "step2"."clean0" is null then nullif(case when "step2"."raw0" >= '!' and "step2"."raw0" < chr(127) and right("step2"."raw0", 1) between '!' and '~' then "step2"."raw0" else regexp_replace("step2"."raw0", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text0",
  "step2"."text1" "text1",
  "step2"."clean2" "clean2",
  case when "step2"."clean2" is null then nullif(case when "step2"."raw2" >= '!' and "step2"."raw2" < chr(127) and right("step2"."raw2", 1) between '!' and '~' then "step2"."raw2" else regexp_replace("step2"."raw2", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text2"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."carried2" "carried2",
  "step1"."raw0" "raw0",
  cast("step1"."shaped0_0" as date) "clean0",
  "step1"."text1" "text1",
  "step1"."raw2" "raw2",
  case when (
    (regexp_full_match("step1"."raw2", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step1"."raw2") <= 1000)
  ) then try_cast("step1"."raw2" as integer) end "clean2"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  "x"."sequence" "carried2",
  "b"."day" "raw0",
  case when (regexp_full_match("b"."day", '(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01])')) then try_strptime("b"."day", '%Y-%m-%d') end "shaped0_0",
  case when "b"."kind" >= '!' and "b"."kind" < chr(127) and right("b"."kind", 1) between '!' and '~' then "b"."kind" else regexp_replace("b"."kind", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end "text1",
  "b"."n" "raw2"
from "bronze"."orders" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "step1") "step2") "step3") "step4") "step5"
  left outer join (select distinct "integer" as "known" from "silver"."every_type" where "integer" is not null) "ref2_every_type.integer"
    on ("ref2_every_type.integer"."known" = "step5"."value2")) "step6") "step7") "step8"
  left outer join (select distinct "integer" as "known" from "silver"."every_type" where "integer" is not null) "ref2_every_type.integer"
    on ("ref2_every_type.integer"."known" = "step8"."filled2");

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
  case "v"."number" when 0 then "b"."day" when 1 then "b"."n" when 2 then "b"."n" end "value",
  cast(null as varchar) "witness_batch_id",
  cast(null as bigint) "witness_row_number"
from "silver"."orders__stage" "s"
  join (
    values
      (
        0,
        'day: not a date',
        'day',
        'REJECT'
      ),
      (
        1,
        'n: not an integer',
        'n',
        'REJECT'
      ),
      (
        2,
        'n: at most 100',
        'n',
        'REJECT'
      ),
      (
        4,
        'known',
        cast(null as varchar),
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
