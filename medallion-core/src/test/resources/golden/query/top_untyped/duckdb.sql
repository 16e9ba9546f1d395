-- query
select
  "customers"."segment" "segment",
  sum("orders"."amount") "revenue",
  count(*) "orders"
from "silver"."orders" "orders"
  left outer join "silver"."customers" "customers"
    on ("orders"."customer_id" = "customers"."id")
group by "customers"."segment"
having (sum("orders"."amount") > 1)
order by
  sum("orders"."amount") desc nulls last,
  "customers"."segment" asc nulls last
limit 10;
