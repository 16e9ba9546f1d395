-- remove gold.big_orders__next
drop table if exists "gold"."big_orders__next";

-- build gold.big_orders
create table "gold"."big_orders__next" with (autovacuum_enabled = false) as
select
  "orders"."id" as "id",
  "orders"."amount" as "amount",
  "customers"."segment" as "segment"
from "silver"."orders" as "orders"
  join "silver"."customers" as "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."amount" >= 10)
order by "orders"."id" asc nulls last;

begin;

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.big_orders
drop table if exists "gold"."big_orders";

-- let gold.big_orders__next be tidied
alter table "gold"."big_orders__next" reset (autovacuum_enabled);

-- publish gold.big_orders
alter table "gold"."big_orders__next" rename to "big_orders";

commit;
