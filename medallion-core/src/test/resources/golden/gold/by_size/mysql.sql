-- remove gold_by_size__next
drop table if exists `gold_by_size__next`;

-- remove gold_by_size__old
drop table if exists `gold_by_size__old`;

-- build gold_by_size
create table `gold_by_size__next` (
  `case_when_amount_10_then_big_when_amount_0_then_small_end` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `everything` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `count` bigint
) as
select
  (cast(case
    when (`orders`.`amount` >= 10) then (_utf8mb4'big' collate utf8mb4_0900_bin)
    when (`orders`.`amount` > 0) then (_utf8mb4'small' collate utf8mb4_0900_bin)
  end as char character set utf8mb4) collate utf8mb4_0900_bin) as `case_when_amount_10_then_big_when_amount_0_then_small_end`,
  (cast((_utf8mb4'all' collate utf8mb4_0900_bin) as char character set utf8mb4) collate utf8mb4_0900_bin) as `everything`,
  count(*) as `count`
from `silver_orders` as `orders`
group by
  case
    when (`orders`.`amount` >= 10) then (_utf8mb4'big' collate utf8mb4_0900_bin)
    when (`orders`.`amount` > 0) then (_utf8mb4'small' collate utf8mb4_0900_bin)
  end,
  (cast((_utf8mb4'all' collate utf8mb4_0900_bin) as char character set utf8mb4) collate utf8mb4_0900_bin);

-- audit gold_by_size
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_by_size: groups that occur more than once: ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_by_size__next`
  group by `case_when_amount_10_then_big_when_amount_0_then_small_end`, `everything`
  having (count(*) > 1)
) as `repeated`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_by_size
create table if not exists `gold_by_size` like `gold_by_size__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_by_size` to `gold_by_size__old`, `gold_by_size__next` to `gold_by_size`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_by_size__old
drop table if exists `gold_by_size__old`;
