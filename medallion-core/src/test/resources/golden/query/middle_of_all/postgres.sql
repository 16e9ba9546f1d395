-- query
select cast((coalesce(nullif(percentile_cont(0.5) within group (order by cast("orders"."weight" as double precision)), 'Infinity'), (percentile_disc(0.5) within group (order by cast("orders"."weight" as double precision)) + percentile_disc(0.5000000000001) within group (order by cast("orders"."weight" as double precision))) * 0.5) + 1) as double precision) as "middle"
from "silver"."orders" as "orders";
