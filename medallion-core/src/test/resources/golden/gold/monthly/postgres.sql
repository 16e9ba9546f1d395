-- remove gold.monthly__next
drop table if exists "gold"."monthly__next";

-- build gold.monthly
create table "gold"."monthly__next" with (autovacuum_enabled = false) as
select
  "grouped"."ordered_on_month" as "ordered_on_month",
  "grouped"."segment" as "segment",
  "grouped"."orders" as "orders",
  "grouped"."revenue" as "revenue",
  "grouped"."paid" as "paid",
  (cast("grouped"."paid" as double precision) / nullif(cast("grouped"."revenue" as double precision), 0)) as "paid_share",
  cast(((trunc((((cast("grouped"."paid" as double precision) / nullif(cast("grouped"."revenue" as double precision), 0)) * 100) * 1e1)) + case when abs((((cast("grouped"."paid" as double precision) / nullif(cast("grouped"."revenue" as double precision), 0)) * 100) * 1e1) - trunc((((cast("grouped"."paid" as double precision) / nullif(cast("grouped"."revenue" as double precision), 0)) * 100) * 1e1))) >= 0.5 then sign((((cast("grouped"."paid" as double precision) / nullif(cast("grouped"."revenue" as double precision), 0)) * 100) * 1e1)) else 0 end) / 1e1) as double precision) as "percent"
from (
  select
    cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date) as "ordered_on_month",
    "customers"."segment" as "segment",
    count(*) as "orders",
    cast(sum("orders"."amount") as decimal(38, 2)) as "revenue",
    cast(sum("orders"."amount") filter (where ("orders"."status" = 'paid')) as decimal(38, 2)) as "paid"
  from "silver"."orders" as "orders"
    left outer join "silver"."customers" as "customers"
      on ("orders"."customer_id" = "customers"."id")
  where ("orders"."id" < 100)
  group by
    cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date),
    "customers"."segment"
) as "grouped";

begin;

-- audit gold.monthly
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.monthly: groups that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."monthly__next"
  group by "ordered_on_month", "segment"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.monthly
drop table if exists "gold"."monthly";

-- let gold.monthly__next be tidied
alter table "gold"."monthly__next" reset (autovacuum_enabled);

-- publish gold.monthly
alter table "gold"."monthly__next" rename to "monthly";

commit;
