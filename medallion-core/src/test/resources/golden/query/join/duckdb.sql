-- query
select
  "orders"."id" "id",
  "orders"."amount" "amount",
  "customers"."segment" "segment"
from "silver"."orders" "orders"
  join "silver"."customers" "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."amount" >= 10)
order by "orders"."id" asc nulls last;
