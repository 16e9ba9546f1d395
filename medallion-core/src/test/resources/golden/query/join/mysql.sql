-- query
select
  `orders`.`id` as `id`,
  `orders`.`amount` as `amount`,
  `customers`.`segment` as `segment`
from `silver_orders` as `orders`
  join `silver_customers` as `customers`
    on (`orders`.`customer_id` = `customers`.`id`)
where (`orders`.`amount` >= 10)
order by case
  when `orders`.`id` is not null then 0
  else 1
end, `orders`.`id` asc;
