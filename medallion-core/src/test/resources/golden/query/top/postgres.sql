-- query
select
  "customers"."segment" as "segment",
  cast(sum("orders"."amount") as decimal(38, 2)) as "revenue",
  count(*) as "orders"
from "silver"."orders" as "orders"
  left outer join "silver"."customers" as "customers"
    on ("orders"."customer_id" = "customers"."id")
group by "customers"."segment"
having (cast(sum("orders"."amount") as decimal(38, 2)) > 1)
order by
  cast(sum("orders"."amount") as decimal(38, 2)) desc nulls last,
  "customers"."segment" asc nulls last
fetch next 10 rows only;
