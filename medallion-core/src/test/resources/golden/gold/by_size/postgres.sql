-- remove gold.by_size__next
drop table if exists "gold"."by_size__next";

-- build gold.by_size
create table "gold"."by_size__next" with (autovacuum_enabled = false) as
select
  (cast(case
    when ("orders"."amount" >= 10) then 'big'
    when ("orders"."amount" > 0) then 'small'
  end as text) collate "C") as "case_when_amount_10_then_big_when_amount_0_then_small_end",
  (cast('all' as text) collate "C") as "everything",
  count(*) as "count"
from "silver"."orders" as "orders"
group by
  case
    when ("orders"."amount" >= 10) then 'big'
    when ("orders"."amount" > 0) then 'small'
  end,
  (cast('all' as text) collate "C");

begin;

-- audit gold.by_size
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.by_size: groups that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."by_size__next"
  group by "case_when_amount_10_then_big_when_amount_0_then_small_end", "everything"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.by_size
drop table if exists "gold"."by_size";

-- let gold.by_size__next be tidied
alter table "gold"."by_size__next" reset (autovacuum_enabled);

-- publish gold.by_size
alter table "gold"."by_size__next" rename to "by_size";

commit;
