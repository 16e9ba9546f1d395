-- remove gold.statuses__next
drop table if exists "gold"."statuses__next";

-- build gold.statuses
create table "gold"."statuses__next" with (autovacuum_enabled = false) as
select "orders"."status" as "status"
from "silver"."orders" as "orders"
group by "orders"."status";

begin;

-- audit gold.statuses
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.statuses: groups that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."statuses__next"
  group by "status"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.statuses
drop table if exists "gold"."statuses";

-- let gold.statuses__next be tidied
alter table "gold"."statuses__next" reset (autovacuum_enabled);

-- publish gold.statuses
alter table "gold"."statuses__next" rename to "statuses";

commit;
