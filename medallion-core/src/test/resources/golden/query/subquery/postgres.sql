-- query
select
  count(*) as "months",
  max("months"."revenue") as "best"
from (
  select
    cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date) as "month",
    cast(sum("orders"."amount") as decimal(38, 2)) as "revenue"
  from "silver"."orders" as "orders"
  group by cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date)
) as "months";
