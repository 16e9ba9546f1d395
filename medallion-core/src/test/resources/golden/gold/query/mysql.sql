-- remove gold_big_orders__next
drop table if exists `gold_big_orders__next`;

-- remove gold_big_orders__old
drop table if exists `gold_big_orders__old`;

-- build gold_big_orders
create table `gold_big_orders__next` (
  `id` int,
  `amount` decimal(12, 2),
  `segment` longtext character set utf8mb4 collate utf8mb4_0900_bin
) as
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

-- make room for gold_big_orders
create table if not exists `gold_big_orders` like `gold_big_orders__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_big_orders` to `gold_big_orders__old`, `gold_big_orders__next` to `gold_big_orders`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_big_orders__old
drop table if exists `gold_big_orders__old`;
