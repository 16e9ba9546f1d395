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
  case
    when sum(`orders`.`amount`) is not null then 0
    else 1
  end, sum(`orders`.`amount`) desc,
  case
    when `customers`.`segment` is not null then 0
    else 1
  end, `customers`.`segment` asc
limit 10;
