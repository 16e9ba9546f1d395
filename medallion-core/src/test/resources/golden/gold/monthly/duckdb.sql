-- remove gold.monthly__next
drop table if exists "gold"."monthly__next";

-- build gold.monthly
create table "gold"."monthly__next" as
select
  "grouped"."ordered_on_month" "ordered_on_month",
  "grouped"."segment" "segment",
  "grouped"."orders" "orders",
  "grouped"."revenue" "revenue",
  "grouped"."paid" "paid",
  (cast("grouped"."paid" as double) / nullif(cast("grouped"."revenue" as double), 0)) "paid_share",
  cast((round((((cast("grouped"."paid" as double) / nullif(cast("grouped"."revenue" as double), 0)) * 100) * 1e1)) / 1e1) as double) "percent"
from (
  select
    cast(date_trunc('month', "orders"."ordered_on") as date) "ordered_on_month",
    "customers"."segment" "segment",
    count(*) "orders",
    cast(sum("orders"."amount") as decimal(38, 2)) "revenue",
    cast(sum("orders"."amount") filter (where ("orders"."status" = 'paid')) as decimal(38, 2)) "paid"
  from "silver"."orders" "orders"
    left outer join "silver"."customers" "customers"
      on ("orders"."customer_id" = "customers"."id")
  where ("orders"."id" < 100)
  group by
    cast(date_trunc('month', "orders"."ordered_on") as date),
    "customers"."segment"
) "grouped";

begin;

-- audit gold.monthly
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.monthly: groups that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."monthly__next"
  group by "ordered_on_month", "segment"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.monthly
drop table if exists "gold"."monthly";

-- publish gold.monthly
alter table "gold"."monthly__next" rename to "monthly";

commit;
