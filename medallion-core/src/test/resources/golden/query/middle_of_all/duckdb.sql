-- query
select cast((median(cast("orders"."weight" as double)) + 1) as double) "middle"
from "silver"."orders" "orders";
