-- remove gold_by_status__next
drop table if exists `gold_by_status__next`;

-- remove gold_by_status__old
drop table if exists `gold_by_status__old`;

-- build gold_by_status
create table `gold_by_status__next` (
  `status` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `orders` bigint,
  `ids` decimal(38, 0),
  `last` date
) as
select
  `orders`.`status` as `status`,
  count(*) as `orders`,
  cast(sum(`orders`.`id`) as decimal(38, 0)) as `ids`,
  max(`orders`.`ordered_on`) as `last`
from `silver_orders` as `orders`
group by `orders`.`status`;

-- audit gold_by_status
delimiter //
begin not atomic
  declare found varchar(500) character set utf8mb4 default (select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_by_status: groups that occur more than once: ' collate utf8mb4_nopad_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_by_status__next`
  group by `status`
  having (count(*) > 1)
) as `repeated`
  ) as `audited`);
  if found is not null then
    signal sqlstate '45000' set message_text = found;
  end if;
end//
delimiter ;

-- make room for gold_by_status
create table if not exists `gold_by_status` like `gold_by_status__next`;

begin;

-- delete the rows of gold_by_status
delete from `gold_by_status`;

-- publish gold_by_status
insert into `gold_by_status` (`status`, `orders`, `ids`, `last`)
select `status`, `orders`, `ids`, `last` from `gold_by_status__next`;

commit;

-- remove gold_by_status__next
drop table if exists `gold_by_status__next`;
