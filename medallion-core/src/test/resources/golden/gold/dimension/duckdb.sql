-- remove gold.dim_customer__next
drop table if exists "gold"."dim_customer__next";

-- build gold.dim_customer
create table "gold"."dim_customer__next" as
select
  md5(concat(
    coalesce(
      cast(cast(length(cast("known_keys"."customer_id" as varchar)) as integer) as varchar),
      '-1'
    ),
    ':',
    cast("known_keys"."customer_id" as varchar)
  )) "customer_sk",
  "known_keys"."customer_id" "customer_id",
  coalesce("clients"."segment", "users"."segment") "segment",
  "users"."name" "full_name"
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

-- audit gold.dim_customer
select case when "problem" is not null then error("problem") end as "audit"
from (
select case when count(*) > 0 then concat('gold.dim_customer: keys that occur more than once: ', count(*)) end "problem"
from (
  select count(*) "rows"
  from "gold"."dim_customer__next"
  group by "customer_sk"
  having (count(*) > 1)
) "repeated"
) as "audited";

-- remove gold.dim_customer
drop table if exists "gold"."dim_customer";

-- publish gold.dim_customer
alter table "gold"."dim_customer__next" rename to "dim_customer";

commit;
