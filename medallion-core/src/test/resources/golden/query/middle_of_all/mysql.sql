-- query
select cast(((min(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0 + max(case when `ranked`.`n0` * 2 between `ranked`.`c0` and `ranked`.`c0` + 2 then `ranked`.`x0` end) * 0.5e0) + 1) as double) as `middle`
from (
  select
    `orders`.`weight` as `k0`,
    cast(`orders`.`weight` as double) as `x0`,
    row_number() over (order by cast(`orders`.`weight` as double) is null, cast(`orders`.`weight` as double)) as `n0`,
    count(cast(`orders`.`weight` as double)) over () as `c0`
  from `silver_orders` as `orders`
) as `ranked`;
