-- query
select
  `orders`.`id` as `id`,
  `orders`.`status` as `status`
from `silver_orders` as `orders`
order by case
  when (cast(`orders`.`id` as signed) + 0) is not null then 0
  else 1
end, (cast(`orders`.`id` as signed) + 0) asc
limit 2
offset 2;
