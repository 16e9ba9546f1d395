-- query
select
  `customers`.`segment` as `segment`,
  cast(sum(`orders`.`amount`) as decimal(38, 2)) as `revenue`,
  count(*) as `orders`
from `silver_orders` as `orders`
  left outer join `silver_customers` as `customers`
    on (`orders`.`customer_id` = `customers`.`id`)
group by `customers`.`segment`
having (cast(sum(`orders`.`amount`) as decimal(38, 2)) > 1)
order by
  case
    when cast(sum(`orders`.`amount`) as decimal(38, 2)) is not null then 0
    else 1
  end, cast(sum(`orders`.`amount`) as decimal(38, 2)) desc,
  case
    when `customers`.`segment` is not null then 0
    else 1
  end, `customers`.`segment` asc
limit 10;
