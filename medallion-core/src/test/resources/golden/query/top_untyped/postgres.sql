-- query
select
  "customers"."segment" as "segment",
  sum("orders"."amount") as "revenue",
  count(*) as "orders"
from "silver"."orders" as "orders"
  left outer join "silver"."customers" as "customers"
    on ("orders"."customer_id" = "customers"."id")
group by "customers"."segment"
having (sum("orders"."amount") > 1)
order by
  sum("orders"."amount") desc nulls last,
  "customers"."segment" asc nulls last
fetch next 10 rows only;
