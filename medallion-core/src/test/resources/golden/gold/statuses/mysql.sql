-- remove gold_statuses__next
drop table if exists `gold_statuses__next`;

-- remove gold_statuses__old
drop table if exists `gold_statuses__old`;

-- build gold_statuses
create table `gold_statuses__next` (`status` longtext character set utf8mb4 collate utf8mb4_0900_bin) as
select `orders`.`status` as `status`
from `silver_orders` as `orders`
group by `orders`.`status`;

-- audit gold_statuses
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_statuses: groups that occur more than once: ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_statuses__next`
  group by `status`
  having (count(*) > 1)
) as `repeated`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_statuses
create table if not exists `gold_statuses` like `gold_statuses__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_statuses` to `gold_statuses__old`, `gold_statuses__next` to `gold_statuses`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_statuses__old
drop table if exists `gold_statuses__old`;
