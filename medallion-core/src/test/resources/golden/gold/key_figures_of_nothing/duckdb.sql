-- remove gold.key_figures__next
drop table if exists "gold"."key_figures__next";

-- build gold.key_figures
create table "gold"."key_figures__next" as
select
  count(*) "orders",
  count(distinct "orders"."customer_id") "customers",
  cast(sum("orders"."id") as decimal(38, 0)) "ids",
  cast(avg("orders"."amount") as double) "mean",
  max("orders"."ordered_on") "last",
  cast(sum("orders"."weight") as double) "weight"
from "silver"."orders" "orders";

begin;

-- audit gold.key_figures
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) <> 1 then concat('gold.key_figures: one row is expected, not ', count(*)) end "problem"
from "gold"."key_figures__next"
) as "audited";

-- remove gold.key_figures
drop table if exists "gold"."key_figures";

-- publish gold.key_figures
alter table "gold"."key_figures__next" rename to "key_figures";

commit;
