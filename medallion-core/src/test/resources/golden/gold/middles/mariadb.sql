-- remove gold_middles__next
drop table if exists `gold_middles__next`;

-- remove gold_middles__old
drop table if exists `gold_middles__old`;

-- build gold_middles
create table `gold_middles__next` (
  `segment` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `ordered_on_month` date,
  `orders` bigint,
  `middle` double,
  `paid` double,
  `id` double,
  `half` double
) as
select
  `grouped`.`segment` as `segment`,
  `grouped`.`ordered_on_month` as `ordered_on_month`,
  `grouped`.`orders` as `orders`,
  `grouped`.`middle` as `middle`,
  `grouped`.`paid` as `paid`,
  `grouped`.`id` as `id`,
  (`grouped`.`middle` / nullif(cast(2 as double), 0)) as `half`
from (
  select
    `ranked`.`k0` as `segment`,
    date_sub(cast(`ranked`.`k1` as date), interval dayofmonth(`ranked`.`k1`) - 1 day) as `ordered_on_month`,
    count(*) as `orders`,
    (min(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0 + max(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0) as `middle`,
    (min(case when `ranked`.`n1` * 2 between `ranked`.`c1` and `ranked`.`c1` + 2 then `ranked`.`x1` end) * 0.5e0 + max(case when `ranked`.`n1` * 2 between `ranked`.`c1` and `ranked`.`c1` + 2 then `ranked`.`x1` end) * 0.5e0) as `paid`,
    (min(case when `ranked`.`n2` * 2 between `ranked`.`c2` and `ranked`.`c2` + 2 then `ranked`.`x2` end) * 0.5e0 + max(case when `ranked`.`n2` * 2 between `ranked`.`c2` and `ranked`.`c2` + 2 then `ranked`.`x2` end) * 0.5e0) as `id`
  from (
    select
      `customers`.`segment` as `k0`,
      `orders`.`ordered_on` as `k1`,
      `orders`.`amount` as `k2`,
      `orders`.`id` as `k3`,
      cast(`orders`.`amount` as double) as `x0`,
      row_number() over (partition by 
        `customers`.`segment`,
        date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
       order by cast(`orders`.`amount` as double) is null, cast(`orders`.`amount` as double)) as `n0`,
      count(cast(`orders`.`amount` as double)) over (partition by 
        `customers`.`segment`,
        date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
       ) as `c0`,
      case
        when (`orders`.`status` = (_utf8mb4'paid' collate utf8mb4_nopad_bin)) then cast(`orders`.`amount` as double)
      end as `x1`,
      row_number() over (partition by 
        `customers`.`segment`,
        date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
       order by case
        when (`orders`.`status` = (_utf8mb4'paid' collate utf8mb4_nopad_bin)) then cast(`orders`.`amount` as double)
      end is null, case
        when (`orders`.`status` = (_utf8mb4'paid' collate utf8mb4_nopad_bin)) then cast(`orders`.`amount` as double)
      end) as `n1`,
      count(case
        when (`orders`.`status` = (_utf8mb4'paid' collate utf8mb4_nopad_bin)) then cast(`orders`.`amount` as double)
      end) over (partition by 
        `customers`.`segment`,
        date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
       ) as `c1`,
      cast((cast(`orders`.`id` as signed) * 2) as double) as `x2`,
      row_number() over (partition by 
        `customers`.`segment`,
        date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
       order by cast((cast(`orders`.`id` as signed) * 2) as double) is null, cast((cast(`orders`.`id` as signed) * 2) as double)) as `n2`,
      count(cast((cast(`orders`.`id` as signed) * 2) as double)) over (partition by 
        `customers`.`segment`,
        date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
       ) as `c2`
    from `silver_orders` as `orders`
      left outer join `silver_customers` as `customers`
        on (`orders`.`customer_id` = `customers`.`id`)
    where (`orders`.`id` < 100)
  ) as `ranked`
  group by
    `ranked`.`k0`,
    date_sub(cast(`ranked`.`k1` as date), interval dayofmonth(`ranked`.`k1`) - 1 day)
) as `grouped`;

-- audit gold_middles
delimiter //
begin not atomic
  declare found varchar(500) character set utf8mb4 default (select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_middles: groups that occur more than once: ' collate utf8mb4_nopad_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_middles__next`
  group by `segment`, `ordered_on_month`
  having (count(*) > 1)
) as `repeated`
  ) as `audited`);
  if found is not null then
    signal sqlstate '45000' set message_text = found;
  end if;
end//
delimiter ;

-- make room for gold_middles
create table if not exists `gold_middles` like `gold_middles__next`;

begin;

-- publish
rename table `gold_middles` wait 1 to `gold_middles__old`, `gold_middles__next` to `gold_middles`;

commit;

-- remove gold_middles__old
drop table if exists `gold_middles__old`;
