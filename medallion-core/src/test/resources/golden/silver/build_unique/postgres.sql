-- remove silver.orders__next
drop table if exists "silver"."orders__next";

-- remove silver.orders__rejects__next
drop table if exists "silver"."orders__rejects__next";

-- remove silver.orders__duplicates__next
drop table if exists "silver"."orders__duplicates__next";

-- remove silver.orders__stage
drop table if exists "silver"."orders__stage";

-- type and judge the rows of silver.orders
create table "silver"."orders__next" with (autovacuum_enabled = false) as
select
  "step3"."value0" as "id",
  "step3"."text1" as "line",
  "step3"."carried0" as "_batch_id",
  "step3"."carried1" as "_row_number",
  case when ("step3"."value0" is null and "step3"."text0" is not null) then concat(',', case when ("step3"."value0" is null and "step3"."text0" is not null) then '0,' else '' end) end as "_reasons",
  (cast(null as text) collate "C") as "_warnings"
from (select
  "step2"."carried0" as "carried0",
  "step2"."carried1" as "carried1",
  "step2"."clean0" as "clean0",
  "step2"."text0" as "text0",
  case when "step2"."clean0" is not null then "step2"."clean0" when "step2"."text0" is not null then case when (
    ("step2"."text0" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("step2"."text0") <= 1000)
    and ((char_length(ltrim(split_part("step2"."text0", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("step2"."text0", '.', 1), '+-0')) = 10 and ltrim(split_part("step2"."text0", '.', 1), '+-0') collate "C" <= case when "step2"."text0" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("step2"."text0", '.', 1) as integer) end end as "value0",
  "step2"."text1" as "text1"
from (select
  "step1"."carried0" as "carried0",
  "step1"."carried1" as "carried1",
  "step1"."clean0" as "clean0",
  case when "step1"."clean0" is null then nullif(case when left("step1"."raw0", 1) collate "C" between '!' and '~' and right("step1"."raw0", 1) collate "C" between '!' and '~' then "step1"."raw0" else regexp_replace("step1"."raw0", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text0",
  "step1"."text1" as "text1"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."id" as "raw0",
  case when octet_length("b"."id") <= 9 and "b"."id" ~ '^-?[0-9]+$' then cast("b"."id" as integer) end as "clean0",
  "b"."line" as "text1"
from "bronze"."orders" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    ) offset '0') as "step1" offset '0') as "step2" offset '0') as "step3";

-- what was found wrong in silver.orders
create table "silver"."orders__stage" (
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_reasons" text collate "C",
  "_warnings" text collate "C"
);

-- take out what is refused
with "refused" as (delete from "silver"."orders__next" where "_reasons" is not null returning "_batch_id", "_row_number", "_reasons", "_warnings")
insert into "silver"."orders__stage" select "_batch_id", "_row_number", "_reasons", "_warnings" from "refused";

-- look at the size of silver.orders__stage
analyze "silver"."orders__stage";

-- duplicates of silver.orders
create table "silver"."orders__duplicates__next" with (autovacuum_enabled = false) as
select
  "d"."_batch_id",
  "d"."_row_number",
  "d"."_batch_id" as "winner_batch_id",
  "d"."_row_number" as "winner_row_number"
from "silver"."orders__next" as "d"
where (1 = 0);

-- rejects of silver.orders
create table "silver"."orders__rejects__next" with (autovacuum_enabled = false) as
select
  "s"."_batch_id",
  "s"."_row_number",
  (cast("v"."rule" as text) collate "C") as "rule",
  (cast("v"."column_name" as text) collate "C") as "column_name",
  case "v"."number" when 0 then "b"."id" end as "value",
  (cast(null as text) collate "C") as "witness_batch_id",
  cast(null as bigint) as "witness_row_number"
from "silver"."orders__stage" as "s"
  join (
    values (
      0,
      'id: not an integer',
      'id',
      'REJECT'
    )
  ) as "v" ("number", "rule", "column_name", "action")
    on ("s"."_reasons" like concat('%,', "v"."number", ',%'))
  join "bronze"."orders" as "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."_reasons" is not null);

-- rejects of silver.orders by id: unique
insert into "silver"."orders__rejects__next"
select
  "s"."_batch_id",
  "s"."_row_number",
  'id: unique' as "rule",
  'id' as "column_name",
  "b"."id" as "value",
  "s"."witness_batch_id",
  "s"."witness_row_number"
from (select
  "s"."_batch_id",
  "s"."_row_number",
  first_value("s"."_batch_id") over (
    partition by "s"."id"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) as "witness_batch_id",
  first_value("s"."_row_number") over (
    partition by "s"."id"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) as "witness_row_number",
  row_number() over (
    partition by "s"."id"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) as "place"
from "silver"."orders__next" as "s"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "s"."_batch_id")
      and ("x"."in_force")
    )
  join (select "k"."id"
  from "silver"."orders__next" as "k"
  where (
    ("k"."_reasons" is null)
    and ("k"."id" is not null)
  )
  group by "k"."id"
  having (count(*) > 1)) as "r"
    on ("s"."id" = "r"."id")
where ("s"."_reasons" is null)) as "s"
  join "bronze"."orders" as "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."place" > 1);

-- rejects of silver.orders by line: unique
insert into "silver"."orders__rejects__next"
select
  "s"."_batch_id",
  "s"."_row_number",
  'line: unique' as "rule",
  'line' as "column_name",
  "b"."line" as "value",
  "s"."witness_batch_id",
  "s"."witness_row_number"
from (select
  "s"."_batch_id",
  "s"."_row_number",
  first_value("s"."_batch_id") over (
    partition by "s"."line"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) as "witness_batch_id",
  first_value("s"."_row_number") over (
    partition by "s"."line"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) as "witness_row_number",
  row_number() over (
    partition by "s"."line"
    order by "x"."sequence" asc, "s"."_row_number" asc
  ) as "place"
from "silver"."orders__next" as "s"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "s"."_batch_id")
      and ("x"."in_force")
    )
  join (select "k"."line"
  from "silver"."orders__next" as "k"
  where (
    ("k"."_reasons" is null)
    and ("k"."line" is not null)
  )
  group by "k"."line"
  having (count(*) > 1)) as "r"
    on ("s"."line" = "r"."line")
where ("s"."_reasons" is null)) as "s"
  join "bronze"."orders" as "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."place" > 1);

-- delete what repeats a key
delete from "silver"."orders__next" where ("_batch_id", "_row_number") in (select "_batch_id", "_row_number" from "silver"."orders__rejects__next");

-- drop the reasons
alter table "silver"."orders__next" drop column "_reasons";

-- drop the warnings
alter table "silver"."orders__next" drop column "_warnings";

begin;

-- audit silver.orders
select cast(coalesce("problem", '0') as integer) as "audit", "bronze_rows", "kept", "rejected", "duplicates"
from (
select
  case when "c"."bronze_rows" <> "c"."kept" + "c"."rejected" + "c"."duplicates" then concat('silver.orders: ', "c"."bronze_rows", ' rows of Bronze are not ', "c"."kept", ' kept, ', "c"."rejected", ' rejected and ', "c"."duplicates", ' duplicates') when "c"."repeated" > 0 then concat('silver.orders: ', "c"."repeated", ' addresses occur more than once') end as "problem",
  "c"."bronze_rows",
  "c"."kept",
  "c"."rejected",
  "c"."duplicates"
from (select
  (select count(*) from "bronze"."orders" as "b" where exists (select 1 from "medallion"."batches" as "x" where (
    ("x"."table_name" = 'orders')
    and ("x"."batch_id" = "b"."_batch_id")
    and ("x"."in_force")
  ))) as "bronze_rows",
  "seen"."kept" as "kept",
  (select count(*) from (select distinct "_batch_id", "_row_number" from "silver"."orders__rejects__next") as "addresses") as "rejected",
  (select count(*) from "silver"."orders__duplicates__next") as "duplicates",
  "seen"."repeated"
from (select cast(coalesce(sum("rows"), 0) as bigint) as "kept", cast(coalesce(sum("rows" - "different"), 0) as bigint) as "repeated" from (select count(*) as "rows", bit_count(bit_or(set_bit(cast(b'0' as bit(1024)), cast("_row_number" & 1023 as integer), 1))) as "different" from "silver"."orders__next" group by "_batch_id", "_row_number" >> 10) as "near") as "seen" offset '0') as "c"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove silver.orders
drop table if exists "silver"."orders";

-- let silver.orders__next be tidied
alter table "silver"."orders__next" reset (autovacuum_enabled);

-- publish silver.orders
alter table "silver"."orders__next" rename to "orders";

-- remove silver.orders__rejects
drop table if exists "silver"."orders__rejects";

-- let silver.orders__rejects__next be tidied
alter table "silver"."orders__rejects__next" reset (autovacuum_enabled);

-- publish silver.orders__rejects
alter table "silver"."orders__rejects__next" rename to "orders__rejects";

-- remove silver.orders__duplicates
drop table if exists "silver"."orders__duplicates";

-- let silver.orders__duplicates__next be tidied
alter table "silver"."orders__duplicates__next" reset (autovacuum_enabled);

-- publish silver.orders__duplicates
alter table "silver"."orders__duplicates__next" rename to "orders__duplicates";

commit;

-- remove silver.orders__stage
drop table if exists "silver"."orders__stage";
