-- remove gold.by_status__next
drop table if exists "gold"."by_status__next";

-- build gold.by_status
create table "gold"."by_status__next" as
select
  "orders"."status" "status",
  count(*) "orders",
  cast(sum("orders"."id") as decimal(38, 0)) "ids",
  max("orders"."ordered_on") "last"
from "silver"."orders" "orders"
group by "orders"."status";

begin;

-- audit gold.by_status
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.by_status: groups that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."by_status__next"
  group by "status"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- make room for gold.by_status
create table if not exists "gold"."by_status" as select * from "gold"."by_status__next" where 1 = 0;

-- delete the rows of gold.by_status
delete from "gold"."by_status";

-- publish gold.by_status
insert into "gold"."by_status" ("status", "orders", "ids", "last")
select "status", "orders", "ids", "last" from "gold"."by_status__next";

commit;

-- remove gold.by_status__next
drop table if exists "gold"."by_status__next";
