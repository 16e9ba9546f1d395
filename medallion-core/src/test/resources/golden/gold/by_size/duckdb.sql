-- remove gold.by_size__next
drop table if exists "gold"."by_size__next";

-- build gold.by_size
create table "gold"."by_size__next" as
select
  case
    when ("orders"."amount" >= 10) then 'big'
    when ("orders"."amount" > 0) then 'small'
  end "case_when_amount_10_then_big_when_amount_0_then_small_end",
  'all' "everything",
  count(*) "count"
from "silver"."orders" "orders"
group by
  case
    when ("orders"."amount" >= 10) then 'big'
    when ("orders"."amount" > 0) then 'small'
  end,
  cast('all' as varchar);

begin;

-- audit gold.by_size
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.by_size: groups that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."by_size__next"
  group by "case_when_amount_10_then_big_when_amount_0_then_small_end", "everything"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.by_size
drop table if exists "gold"."by_size";

-- publish gold.by_size
alter table "gold"."by_size__next" rename to "by_size";

commit;
