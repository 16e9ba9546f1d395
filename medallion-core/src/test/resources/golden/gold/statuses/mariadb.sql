-- remove gold_statuses__next
drop table if exists `gold_statuses__next`;

-- remove gold_statuses__old
drop table if exists `gold_statuses__old`;

-- build gold_statuses
create table `gold_statuses__next` (`status` longtext character set utf8mb4 collate utf8mb4_nopad_bin) as
select `orders`.`status` as `status`
from `silver_orders` as `orders`
group by `orders`.`status`;

-- audit gold_statuses
delimiter //
begin not atomic
  declare found varchar(500) character set utf8mb4 default (select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_statuses: groups that occur more than once: ' collate utf8mb4_nopad_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_statuses__next`
  group by `status`
  having (count(*) > 1)
) as `repeated`
  ) as `audited`);
  if found is not null then
    signal sqlstate '45000' set message_text = found;
  end if;
end//
delimiter ;

-- make room for gold_statuses
create table if not exists `gold_statuses` like `gold_statuses__next`;

begin;

-- publish
rename table `gold_statuses` wait 1 to `gold_statuses__old`, `gold_statuses__next` to `gold_statuses`;

commit;

-- remove gold_statuses__old
drop table if exists `gold_statuses__old`;
