-- query
select
  "customers"."segment" "segment",
  median(cast("orders"."amount" as double)) "middle"
from "silver"."orders" "orders"
  left outer join "silver"."customers" "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."id" < 100)
group by "customers"."segment"
having (median(cast("orders"."amount" as double)) > 1)
order by median(cast("orders"."amount" as double)) desc nulls last
limit 10;
