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
  "step1"."text0" as "id",
  "step1"."value1" as "of_text",
  "step1"."value2" as "of_number",
  "step1"."carried0" as "_batch_id",
  "step1"."carried1" as "_row_number",
  (cast(null as text) collate "C") as "_reasons",
  (cast(null as text) collate "C") as "_warnings"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."id" as "text0",
  (cast(md5(concat(
    coalesce(
      (cast(char_length(nullif(
        trim(both ' ' from "b"."line"),
        ''
      )) as text) collate "C"),
      '-1'
    ),
    ':',
    nullif(
      trim(both ' ' from "b"."line"),
      ''
    ),
    coalesce(
      (cast(char_length(nullif(
        trim(both ' ' from "b"."id"),
        ''
      )) as text) collate "C"),
      '-1'
    ),
    ':',
    nullif(
      trim(both ' ' from "b"."id"),
      ''
    )
  )) as text) collate "C") as "value1",
  (cast(md5(concat(
    coalesce(
      (cast(char_length('crm') as text) collate "C"),
      '-1'
    ),
    ':',
    'crm',
    coalesce(
      (cast(char_length((cast(case when (
        (trim(both ' ' from "b"."id") ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
        and (octet_length(trim(both ' ' from "b"."id")) <= 1000)
        and ((char_length(ltrim(split_part(trim(both ' ' from "b"."id"), '.', 1), '+-0')) < 10 or char_length(ltrim(split_part(trim(both ' ' from "b"."id"), '.', 1), '+-0')) = 10 and ltrim(split_part(trim(both ' ' from "b"."id"), '.', 1), '+-0') collate "C" <= case when trim(both ' ' from "b"."id") like '-%' then '2147483648' else '2147483647' end))
      ) then cast(split_part(trim(both ' ' from "b"."id"), '.', 1) as integer) end as text) collate "C")) as text) collate "C"),
      '-1'
    ),
    ':',
    (cast(case when (
      (trim(both ' ' from "b"."id") ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
      and (octet_length(trim(both ' ' from "b"."id")) <= 1000)
      and ((char_length(ltrim(split_part(trim(both ' ' from "b"."id"), '.', 1), '+-0')) < 10 or char_length(ltrim(split_part(trim(both ' ' from "b"."id"), '.', 1), '+-0')) = 10 and ltrim(split_part(trim(both ' ' from "b"."id"), '.', 1), '+-0') collate "C" <= case when trim(both ' ' from "b"."id") like '-%' then '2147483648' else '2147483647' end))
    ) then cast(split_part(trim(both ' ' from "b"."id"), '.', 1) as integer) end as text) collate "C")
  )) as text) collate "C") as "value2"
from "bronze"."orders" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    ) offset '0') as "step1";

-- what was found wrong in silver.orders
create table "silver"."orders__stage" (
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_reasons" text collate "C",
  "_warnings" text collate "C"
);

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
  (cast(null as text) collate "C") as "rule",
  (cast(null as text) collate "C") as "column_name",
  (cast(null as text) collate "C") as "value",
  (cast(null as text) collate "C") as "witness_batch_id",
  cast(null as bigint) as "witness_row_number"
from "silver"."orders__stage" as "s"
where (1 = 0);

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
