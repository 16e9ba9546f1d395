-- query
select
  `orders`.`id` as `id`,
  `orders`.`amount` as `amount`,
  `customers`.`segment` as `segment`
from `silver_orders` as `orders`
  join `silver_customers` as `customers`
    on (`orders`.`customer_id` = `customers`.`id`)
where (`orders`.`amount` >= 10)
order by nvl2(`orders`.`id`, 0, 1), `orders`.`id` asc;
