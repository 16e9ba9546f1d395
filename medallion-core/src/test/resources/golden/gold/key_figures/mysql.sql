-- remove gold_key_figures__next
drop table if exists `gold_key_figures__next`;

-- remove gold_key_figures__old
drop table if exists `gold_key_figures__old`;

-- build gold_key_figures
create table `gold_key_figures__next` (
  `orders` bigint,
  `customers` bigint,
  `ids` decimal(38, 0),
  `mean` double,
  `last` date,
  `weight` double
) as
select
  count(*) as `orders`,
  count(distinct `orders`.`customer_id`) as `customers`,
  cast(sum(`orders`.`id`) as decimal(38, 0)) as `ids`,
  (cast(sum(`orders`.`amount`) as double) / nullif(count(`orders`.`amount`), 0)) as `mean`,
  cast(max(cast(`orders`.`ordered_on` as datetime(6))) as date) as `last`,
  cast(sum(`orders`.`weight`) as double) as `weight`
from `silver_orders` as `orders`;

-- audit gold_key_figures
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) <> 1 then concat((_utf8mb4'gold_key_figures: one row is expected, not ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from `gold_key_figures__next`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_key_figures
create table if not exists `gold_key_figures` like `gold_key_figures__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_key_figures` to `gold_key_figures__old`, `gold_key_figures__next` to `gold_key_figures`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_key_figures__old
drop table if exists `gold_key_figures__old`;
