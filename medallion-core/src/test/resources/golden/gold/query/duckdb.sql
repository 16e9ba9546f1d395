-- remove gold.big_orders__next
drop table if exists "gold"."big_orders__next";

-- build gold.big_orders
create table "gold"."big_orders__next" as
select
  "orders"."id" "id",
  "orders"."amount" "amount",
  "customers"."segment" "segment"
from "silver"."orders" "orders"
  join "silver"."customers" "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."amount" >= 10)
order by "orders"."id" asc nulls last;

begin;

-- remove gold.big_orders
drop table if exists "gold"."big_orders";

-- publish gold.big_orders
alter table "gold"."big_orders__next" rename to "big_orders";

commit;
