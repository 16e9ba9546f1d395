-- query
select cast((percentile_cont(0.5) within group (order by cast("orders"."weight" as double precision)) + 1) as double precision) as "middle"
from "silver"."orders" as "orders";
