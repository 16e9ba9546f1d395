-- inclusion
select * from (
select 0 as `question`, coalesce(sum(`c`.`_count`), 0) as `row_count`,
  coalesce(sum(case when `c`.`k0` is not null then `c`.`_count` else 0 end), 0) as `filled`,
  coalesce(sum(case when `p`.`_present` is not null then `c`.`_count` else 0 end), 0) as `found`,
  coalesce(sum(case when `c`.`k0` is not null then 1 else 0 end), 0) as `distinct_values`,
  (select count(*) from `silver_customers`) as `parents`,
  (select count(*) from (select distinct `id` as `k0`, 1 as `_present` from `silver_customers` where `id` is not null) as `k`) as `parent_keys`
from (select `customer_id` as `k0`, count(*) as `_count` from `silver_orders` group by `customer_id`) as `c`
left join (select distinct `id` as `k0`, 1 as `_present` from `silver_customers` where `id` is not null) as `p` on `c`.`k0` = `p`.`k0`
) as `q0`
union all
select * from (
select 1 as `question`, coalesce(sum(`c`.`_count`), 0) as `row_count`,
  coalesce(sum(case when `c`.`k0` is not null and `c`.`k1` is not null then `c`.`_count` else 0 end), 0) as `filled`,
  coalesce(sum(case when `p`.`_present` is not null then `c`.`_count` else 0 end), 0) as `found`,
  coalesce(sum(case when `c`.`k0` is not null and `c`.`k1` is not null then 1 else 0 end), 0) as `distinct_values`,
  (select count(*) from `silver_customers`) as `parents`,
  (select count(*) from (select distinct `id` as `k0`, `segment` as `k1`, 1 as `_present` from `silver_customers` where `id` is not null and `segment` is not null) as `k`) as `parent_keys`
from (select `customer_id` as `k0`, `status` as `k1`, count(*) as `_count` from `silver_orders` group by `customer_id`, `status`) as `c`
left join (select distinct `id` as `k0`, `segment` as `k1`, 1 as `_present` from `silver_customers` where `id` is not null and `segment` is not null) as `p` on `c`.`k0` = `p`.`k0` and `c`.`k1` = `p`.`k1`
) as `q1`;
