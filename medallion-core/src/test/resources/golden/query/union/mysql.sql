-- query
select `both`.`id` as `id`
from (
  select `orders`.`id` as `id`
  from `silver_orders` as `orders`
  where (`orders`.`id` <= 3)
  union all
  select `orders`.`id` as `id`
  from `silver_orders` as `orders`
  where (`orders`.`id` = 1)
) as `both`;
