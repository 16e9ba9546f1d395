-- query
select
  "customers"."segment" as "segment",
  coalesce(nullif(percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)), 'Infinity'), (percentile_disc(0.5) within group (order by cast("orders"."amount" as double precision)) + percentile_disc(0.5000000000001) within group (order by cast("orders"."amount" as double precision))) * 0.5) as "middle"
from "silver"."orders" as "orders"
  left outer join "silver"."customers" as "customers"
    on ("orders"."customer_id" = "customers"."id")
where ("orders"."id" < 100)
group by "customers"."segment"
having (coalesce(nullif(percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)), 'Infinity'), (percentile_disc(0.5) within group (order by cast("orders"."amount" as double precision)) + percentile_disc(0.5000000000001) within group (order by cast("orders"."amount" as double precision))) * 0.5) > 1)
order by coalesce(nullif(percentile_cont(0.5) within group (order by cast("orders"."amount" as double precision)), 'Infinity'), (percentile_disc(0.5) within group (order by cast("orders"."amount" as double precision)) + percentile_disc(0.5000000000001) within group (order by cast("orders"."amount" as double precision))) * 0.5) desc nulls last
fetch next 10 rows only;
