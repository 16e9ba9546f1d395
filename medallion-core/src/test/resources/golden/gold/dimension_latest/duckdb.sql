-- remove gold.dim_latest__next
drop table if exists "gold"."dim_latest__next";

-- build gold.dim_latest
create table "gold"."dim_latest__next" as
select
  md5(concat(
    coalesce(
      cast(cast(length(cast("known_keys"."customer_id" as varchar)) as integer) as varchar),
      '-1'
    ),
    ':',
    cast("known_keys"."customer_id" as varchar)
  )) "sk",
  "known_keys"."customer_id" "customer_id",
  case
    when (case
      when ("clients"."segment" is not null) then "clients"."changed_on"
    end = greatest(
      case
        when ("clients"."segment" is not null) then "clients"."changed_on"
      end,
      case
        when ("users"."segment" is not null) then "users"."changed_on"
      end
    )) then "clients"."segment"
    when (case
      when ("users"."segment" is not null) then "users"."changed_on"
    end = greatest(
      case
        when ("clients"."segment" is not null) then "clients"."changed_on"
      end,
      case
        when ("users"."segment" is not null) then "users"."changed_on"
      end
    )) then "users"."segment"
    else coalesce("clients"."segment", "users"."segment")
  end "segment"
from (
  select "keys_of_all"."customer_id" "customer_id"
  from (
    select cast("clients"."id" as bigint) "customer_id"
    from "silver"."clients" "clients"
    where ("clients"."id" is not null)
    union all
    select "users"."customer" "customer_id"
    from "silver"."users" "users"
    where ("users"."customer" is not null)
  ) "keys_of_all"
  group by "keys_of_all"."customer_id"
) "known_keys"
  left outer join "silver"."clients" "clients"
    on ("known_keys"."customer_id" = "clients"."id")
  left outer join "silver"."users" "users"
    on ("known_keys"."customer_id" = "users"."customer");

begin;

-- audit gold.dim_latest
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.dim_latest: keys that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."dim_latest__next"
  group by "sk"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.dim_latest
drop table if exists "gold"."dim_latest";

-- publish gold.dim_latest
alter table "gold"."dim_latest__next" rename to "dim_latest";

commit;
