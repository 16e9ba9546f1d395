-- query
select
  "orders"."id" as "id",
  "orders"."status" as "status"
from "silver"."orders" as "orders"
order by (cast("orders"."id" as bigint) + 0) asc nulls last
offset 2 rows
fetch next 2 rows only;
