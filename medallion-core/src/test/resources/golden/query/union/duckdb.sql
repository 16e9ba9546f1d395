-- query
select "both"."id" "id"
from (
  select "orders"."id" "id"
  from "silver"."orders" "orders"
  where ("orders"."id" <= 3)
  union all
  select "orders"."id" "id"
  from "silver"."orders" "orders"
  where ("orders"."id" = 1)
) "both";
