-- query
select
  "orders"."id" as "id",
  "orders"."amount" as "amount",
  "customers"."segment" as "segment"
from "silver"."orders" as "orders"
  join "silver"."customers" as "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."amount" >= 10)
order by "orders"."id" asc nulls last;
