-- query
select
  "customers"."segment" "segment",
  cast(sum("orders"."amount") as decimal(38, 2)) "revenue",
  count(*) "orders"
from "silver"."orders" "orders"
  left outer join "silver"."customers" "customers"
    on ("orders"."customer_id" = "customers"."id")
group by "customers"."segment"
having (cast(sum("orders"."amount") as decimal(38, 2)) > 1)
order by
  cast(sum("orders"."amount") as decimal(38, 2)) desc nulls last,
  "customers"."segment" asc nulls last
limit 10;
