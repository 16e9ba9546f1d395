-- remove gold_big_orders__next
drop table if exists `gold_big_orders__next`;

-- remove gold_big_orders__old
drop table if exists `gold_big_orders__old`;

-- build gold_big_orders
create table `gold_big_orders__next` (
  `id` int,
  `amount` decimal(12, 2),
  `segment` longtext character set utf8mb4 collate utf8mb4_nopad_bin
) as
select
  `orders`.`id` as `id`,
  `orders`.`amount` as `amount`,
  `customers`.`segment` as `segment`
from `silver_orders` as `orders`
  join `silver_customers` as `customers`
    on (`orders`.`customer_id` = `customers`.`id`)
where (`orders`.`amount` >= 10)
order by nvl2(`orders`.`id`, 0, 1), `orders`.`id` asc;

-- make room for gold_big_orders
create table if not exists `gold_big_orders` like `gold_big_orders__next`;

begin;

-- publish
rename table `gold_big_orders` wait 1 to `gold_big_orders__old`, `gold_big_orders__next` to `gold_big_orders`;

commit;

-- remove gold_big_orders__old
drop table if exists `gold_big_orders__old`;
