-- remove gold_by_status__next
drop table if exists `gold_by_status__next`;

-- remove gold_by_status__old
drop table if exists `gold_by_status__old`;

-- build gold_by_status
create table `gold_by_status__next` (
  `status` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `orders` bigint,
  `ids` decimal(38, 0),
  `last` date
) as
select
  `orders`.`status` as `status`,
  count(*) as `orders`,
  cast(sum(`orders`.`id`) as decimal(38, 0)) as `ids`,
  cast(max(cast(`orders`.`ordered_on` as datetime(6))) as date) as `last`
from `silver_orders` as `orders`
group by `orders`.`status`;

-- audit gold_by_status
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_by_status: groups that occur more than once: ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_by_status__next`
  group by `status`
  having (count(*) > 1)
) as `repeated`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_by_status
create table if not exists `gold_by_status` like `gold_by_status__next`;

-- add column ids to gold_by_status
alter table `gold_by_status` add column `ids` decimal(38, 0);

-- add column orders to gold_by_status
alter table `gold_by_status` add column `orders` bigint;

begin;

-- delete the rows of gold_by_status
delete from `gold_by_status`;

-- publish gold_by_status
insert into `gold_by_status` (`status`, `orders`, `ids`, `last`)
select `status`, `orders`, `ids`, `last` from `gold_by_status__next`;

commit;

-- remove column old from gold_by_status
alter table `gold_by_status` drop column `old`;

-- remove column older from gold_by_status
alter table `gold_by_status` drop column `older`;

-- remove gold_by_status__next
drop table if exists `gold_by_status__next`;
