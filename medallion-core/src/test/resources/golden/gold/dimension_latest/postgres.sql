-- remove gold.dim_latest__next
drop table if exists "gold"."dim_latest__next";

-- build gold.dim_latest
create table "gold"."dim_latest__next" with (autovacuum_enabled = false) as
select
  (cast(md5(concat(
    coalesce(
      (cast(char_length((cast("known_keys"."customer_id" as text) collate "C")) as text) collate "C"),
      '-1'
    ),
    ':',
    (cast("known_keys"."customer_id" as text) collate "C")
  )) as text) collate "C") as "sk",
  "known_keys"."customer_id" as "customer_id",
  (cast(case
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
  end as text) collate "C") as "segment"
from (
  select "keys_of_all"."customer_id" as "customer_id"
  from (
    select cast("clients"."id" as bigint) as "customer_id"
    from "silver"."clients" as "clients"
    where ("clients"."id" is not null)
    union all
    select "users"."customer" as "customer_id"
    from "silver"."users" as "users"
    where ("users"."customer" is not null)
  ) as "keys_of_all"
  group by "keys_of_all"."customer_id"
) as "known_keys"
  left outer join "silver"."clients" as "clients"
    on ("known_keys"."customer_id" = "clients"."id")
  left outer join "silver"."users" as "users"
    on ("known_keys"."customer_id" = "users"."customer");

begin;

-- audit gold.dim_latest
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.dim_latest: keys that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."dim_latest__next"
  group by "sk"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.dim_latest
drop table if exists "gold"."dim_latest";

-- let gold.dim_latest__next be tidied
alter table "gold"."dim_latest__next" reset (autovacuum_enabled);

-- publish gold.dim_latest
alter table "gold"."dim_latest__next" rename to "dim_latest";

commit;
