-- remove gold.statuses__next
drop table if exists "gold"."statuses__next";

-- build gold.statuses
create table "gold"."statuses__next" as
select "orders"."status" "status"
from "silver"."orders" "orders"
group by "orders"."status";

begin;

-- audit gold.statuses
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.statuses: groups that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."statuses__next"
  group by "status"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.statuses
drop table if exists "gold"."statuses";

-- publish gold.statuses
alter table "gold"."statuses__next" rename to "statuses";

commit;
