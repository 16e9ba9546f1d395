-- remove gold.middles__next
drop table if exists "gold"."middles__next";

-- build gold.middles
create table "gold"."middles__next" with (autovacuum_enabled = false) as
select
  "grouped"."segment" as "segment",
  "grouped"."ordered_on_month" as "ordered_on_month",
  "grouped"."orders" as "orders",
  "grouped"."middle" as "middle",
  "grouped"."paid" as "paid",
  "grouped"."id" as "id",
  ("grouped"."middle" / nullif(cast(2 as double precision), 0)) as "half"
from (
  select
    "customers"."segment" as "segment",
    cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date) as "ordered_on_month",
    count(*) as "orders",
    coalesce(nullif(percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)), 'Infinity'), (percentile_disc(0.5) within group (order by cast("orders"."amount" as double precision)) + percentile_disc(0.5000000000001) within group (order by cast("orders"."amount" as double precision))) * 0.5) as "middle",
    coalesce(nullif(percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)) filter (where ("orders"."status" = 'paid')), 'Infinity'), (percentile_disc(0.5) within group (order by cast("orders"."amount" as double precision)) filter (where ("orders"."status" = 'paid')) + percentile_disc(0.5000000000001) within group (order by cast("orders"."amount" as double precision)) filter (where ("orders"."status" = 'paid'))) * 0.5) as "paid",
    coalesce(nullif(percentile_cont(0.5) within group (order by cast((cast("orders"."id" as bigint) * 2) as double precision)), 'Infinity'), (percentile_disc(0.5) within group (order by cast((cast("orders"."id" as bigint) * 2) as double precision)) + percentile_disc(0.5000000000001) within group (order by cast((cast("orders"."id" as bigint) * 2) as double precision))) * 0.5) as "id"
  from "silver"."orders" as "orders"
    left outer join "silver"."customers" as "customers"
      on ("orders"."customer_id" = "customers"."id")
  where ("orders"."id" < 100)
  group by
    "customers"."segment",
    cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date)
) as "grouped";

begin;

-- audit gold.middles
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.middles: groups that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."middles__next"
  group by "segment", "ordered_on_month"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.middles
drop table if exists "gold"."middles";

-- let gold.middles__next be tidied
alter table "gold"."middles__next" reset (autovacuum_enabled);

-- publish gold.middles
alter table "gold"."middles__next" rename to "middles";

commit;
