-- remove gold.middles__next
drop table if exists "gold"."middles__next";

-- build gold.middles
create table "gold"."middles__next" as
select
  "grouped"."segment" "segment",
  "grouped"."ordered_on_month" "ordered_on_month",
  "grouped"."orders" "orders",
  "grouped"."middle" "middle",
  "grouped"."paid" "paid",
  "grouped"."id" "id",
  ("grouped"."middle" / nullif(cast(2 as double), 0)) "half"
from (
  select
    "customers"."segment" "segment",
    cast(date_trunc('month', "orders"."ordered_on") as date) "ordered_on_month",
    count(*) "orders",
    median(cast("orders"."amount" as double)) "middle",
    median(cast("orders"."amount" as double)) filter (where ("orders"."status" = 'paid')) "paid",
    median(cast((cast("orders"."id" as bigint) * 2) as double)) "id"
  from "silver"."orders" "orders"
    left outer join "silver"."customers" "customers"
      on ("orders"."customer_id" = "customers"."id")
  where ("orders"."id" < 100)
  group by
    "customers"."segment",
    cast(date_trunc('month', "orders"."ordered_on") as date)
) "grouped";

begin;

-- audit gold.middles
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.middles: groups that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."middles__next"
  group by "segment", "ordered_on_month"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.middles
drop table if exists "gold"."middles";

-- publish gold.middles
alter table "gold"."middles__next" rename to "middles";

commit;
