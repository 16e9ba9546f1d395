-- remove gold_monthly__next
drop table if exists `gold_monthly__next`;

-- remove gold_monthly__old
drop table if exists `gold_monthly__old`;

-- build gold_monthly
create table `gold_monthly__next` (
  `ordered_on_month` date,
  `segment` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `orders` bigint,
  `revenue` decimal(38, 2),
  `paid` decimal(38, 2),
  `paid_share` double,
  `percent` double
) as
select
  `grouped`.`ordered_on_month` as `ordered_on_month`,
  `grouped`.`segment` as `segment`,
  `grouped`.`orders` as `orders`,
  `grouped`.`revenue` as `revenue`,
  `grouped`.`paid` as `paid`,
  (cast(`grouped`.`paid` as double) / nullif(cast(`grouped`.`revenue` as double), 0)) as `paid_share`,
  cast(((truncate((((cast(`grouped`.`paid` as double) / nullif(cast(`grouped`.`revenue` as double), 0)) * 100) * 1e1), 0) + case when abs((((cast(`grouped`.`paid` as double) / nullif(cast(`grouped`.`revenue` as double), 0)) * 100) * 1e1) - truncate((((cast(`grouped`.`paid` as double) / nullif(cast(`grouped`.`revenue` as double), 0)) * 100) * 1e1), 0)) >= 0.5 then sign((((cast(`grouped`.`paid` as double) / nullif(cast(`grouped`.`revenue` as double), 0)) * 100) * 1e1)) else 0 end) / 1e1) as double) as `percent`
from (
  select
    date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day) as `ordered_on_month`,
    `customers`.`segment` as `segment`,
    count(*) as `orders`,
    cast(sum(`orders`.`amount`) as decimal(38, 2)) as `revenue`,
    cast(sum(case
      when (`orders`.`status` = (_utf8mb4'paid' collate utf8mb4_0900_bin)) then `orders`.`amount`
    end) as decimal(38, 2)) as `paid`
  from `silver_orders` as `orders`
    left outer join `silver_customers` as `customers`
      on (`orders`.`customer_id` = `customers`.`id`)
  where (`orders`.`id` < 100)
  group by
    date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day),
    `customers`.`segment`
) as `grouped`;

-- audit gold_monthly
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_monthly: groups that occur more than once: ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_monthly__next`
  group by `ordered_on_month`, `segment`
  having (count(*) > 1)
) as `repeated`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_monthly
create table if not exists `gold_monthly` like `gold_monthly__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_monthly` to `gold_monthly__old`, `gold_monthly__next` to `gold_monthly`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_monthly__old
drop table if exists `gold_monthly__old`;
