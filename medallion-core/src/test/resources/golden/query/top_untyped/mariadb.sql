-- query
select
  `customers`.`segment` as `segment`,
  sum(`orders`.`amount`) as `revenue`,
  count(*) as `orders`
from `silver_orders` as `orders`
  left outer join `silver_customers` as `customers`
    on (`orders`.`customer_id` = `customers`.`id`)
group by `customers`.`segment`
having (sum(`orders`.`amount`) > 1)
order by
  nvl2(
    sum(`orders`.`amount`),
    0,
    1
  ), sum(`orders`.`amount`) desc,
  nvl2(`customers`.`segment`, 0, 1), `customers`.`segment` asc
fetch next 10 rows only;
