-- query
select
  `orders`.`id` as `id`,
  `orders`.`status` as `status`
from `silver_orders` as `orders`
order by nvl2(
  (cast(`orders`.`id` as signed) + 0),
  0,
  1
), (cast(`orders`.`id` as signed) + 0) asc
offset 2 rows
fetch next 2 rows only;
