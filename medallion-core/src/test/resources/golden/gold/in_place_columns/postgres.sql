-- remove gold.by_status__next
drop table if exists "gold"."by_status__next";

-- build gold.by_status
create table "gold"."by_status__next" with (autovacuum_enabled = false) as
select
  "orders"."status" as "status",
  count(*) as "orders",
  cast(sum("orders"."id") as decimal(38, 0)) as "ids",
  max("orders"."ordered_on") as "last"
from "silver"."orders" as "orders"
group by "orders"."status";

begin;

-- audit gold.by_status
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.by_status: groups that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."by_status__next"
  group by "status"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- make room for gold.by_status
create table if not exists "gold"."by_status" as select * from "gold"."by_status__next" where 1 = 0;

-- add column ids to gold.by_status
alter table "gold"."by_status" add column "ids" decimal(38, 0);

-- add column orders to gold.by_status
alter table "gold"."by_status" add column "orders" bigint;

-- remove column old from gold.by_status
alter table "gold"."by_status" drop column "old";

-- remove column older from gold.by_status
alter table "gold"."by_status" drop column "older";

-- leave no row out
set local row_security = off;

-- publish gold.by_status
with "deleted" as (
  delete from "gold"."by_status" returning 1
)
insert into "gold"."by_status" ("status", "orders", "ids", "last")
select "status", "orders", "ids", "last" from "gold"."by_status__next"
where (select count(*) from "deleted") >= 0;

commit;

-- remove gold.by_status__next
drop table if exists "gold"."by_status__next";
