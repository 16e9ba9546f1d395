-- query
select
  count(*) "months",
  max("months"."revenue") "best"
from (
  select
    cast(date_trunc('month', "orders"."ordered_on") as date) "month",
    cast(sum("orders"."amount") as decimal(38, 2)) "revenue"
  from "silver"."orders" "orders"
  group by cast(date_trunc('month', "orders"."ordered_on") as date)
) "months";
