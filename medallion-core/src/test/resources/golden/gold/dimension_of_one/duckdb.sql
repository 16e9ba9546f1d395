-- remove gold.dim_user__next
drop table if exists "gold"."dim_user__next";

-- build gold.dim_user
create table "gold"."dim_user__next" as
select
  md5(concat(
    coalesce(
      cast(cast(length(cast("known_keys"."customer" as varchar)) as integer) as varchar),
      '-1'
    ),
    ':',
    cast("known_keys"."customer" as varchar)
  )) "user_sk",
  "known_keys"."customer" "customer",
  "users"."segment" "segment",
  "users"."name" "name",
  "users"."changed_on" "changed_on"
from (
  select "keys_of_all"."customer" "customer"
  from (
    select "users"."customer" "customer"
    from "silver"."users" "users"
    where ("users"."customer" is not null)
  ) "keys_of_all"
  group by "keys_of_all"."customer"
) "known_keys"
  left outer join "silver"."users" "users"
    on ("known_keys"."customer" = "users"."customer");

begin;

-- audit gold.dim_user
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.dim_user: keys that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."dim_user__next"
  group by "user_sk"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.dim_user
drop table if exists "gold"."dim_user";

-- publish gold.dim_user
alter table "gold"."dim_user__next" rename to "dim_user";

commit;
