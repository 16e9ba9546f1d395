-- query
select
  count(*) as `months`,
  max(`months`.`revenue`) as `best`
from (
  select
    date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day) as `month`,
    cast(sum(`orders`.`amount`) as decimal(38, 2)) as `revenue`
  from `silver_orders` as `orders`
  group by date_sub(cast(`orders`.`ordered_on` as date), interval dayofmonth(`orders`.`ordered_on`) - 1 day)
) as `months`;
