-- query
select
  `customers`.`segment` as `segment`,
  cast(sum(`orders`.`amount`) as decimal(38, 2)) as `revenue`,
  count(*) as `orders`
from `silver_orders` as `orders`
  left outer join `silver_customers` as `customers`
    on (`orders`.`customer_id` = `customers`.`id`)
group by `customers`.`segment`
having (cast(sum(`orders`.`amount`) as decimal(38, 2)) > 1)
order by
  nvl2(
    cast(sum(`orders`.`amount`) as decimal(38, 2)),
    0,
    1
  ), cast(sum(`orders`.`amount`) as decimal(38, 2)) desc,
  nvl2(`customers`.`segment`, 0, 1), `customers`.`segment` asc
fetch next 10 rows only;
