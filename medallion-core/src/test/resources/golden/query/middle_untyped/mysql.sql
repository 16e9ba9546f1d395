-- query
select
  `ranked`.`k0` as `segment`,
  (min(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0 + max(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0) as `middle`
from (
  select
    `customers`.`segment` as `k0`,
    `orders`.`amount` as `k1`,
    cast(`orders`.`amount` as double) as `x0`,
    row_number() over (partition by `customers`.`segment` order by cast(`orders`.`amount` as double) is null, cast(`orders`.`amount` as double)) as `n0`,
    count(cast(`orders`.`amount` as double)) over (partition by `customers`.`segment` ) as `c0`
  from `silver_orders` as `orders`
    left outer join `silver_customers` as `customers`
      on (`orders`.`customer_id` = `customers`.`id`)
  where (`orders`.`id` < 100)
) as `ranked`
group by `ranked`.`k0`
having ((min(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0 + max(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0) > 1)
order by case
  when (min(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0 + max(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0) is not null then 0
  else 1
end, (min(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0 + max(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0) desc
limit 10;
