-- query
select
  "orders"."id" "id",
  "orders"."status" "status"
from "silver"."orders" "orders"
order by (cast("orders"."id" as bigint) + 0) asc nulls last
limit 2
offset 2;
