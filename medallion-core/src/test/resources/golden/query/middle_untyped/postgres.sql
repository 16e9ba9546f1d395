-- query
select
  "customers"."segment" as "segment",
  percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)) as "middle"
from "silver"."orders" as "orders"
  left outer join "silver"."customers" as "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."id" < 100)
group by "customers"."segment"
having (percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)) > 1)
order by percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)) desc nulls last
fetch next 10 rows only;
