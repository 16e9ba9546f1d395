-- remove gold.dim_user__next
drop table if exists "gold"."dim_user__next";

-- build gold.dim_user
create table "gold"."dim_user__next" with (autovacuum_enabled = false) as
select
  (cast(md5(concat(
    coalesce(
      (cast(char_length((cast("known_keys"."customer" as text) collate "C")) as text) collate "C"),
      '-1'
    ),
    ':',
    (cast("known_keys"."customer" as text) collate "C")
  )) as text) collate "C") as "user_sk",
  "known_keys"."customer" as "customer",
  "users"."segment" as "segment",
  "users"."name" as "name",
  "users"."changed_on" as "changed_on"
from (
  select "keys_of_all"."customer" as "customer"
  from (
    select "users"."customer" as "customer"
    from "silver"."users" as "users"
    where ("users"."customer" is not null)
  ) as "keys_of_all"
  group by "keys_of_all"."customer"
) as "known_keys"
  left outer join "silver"."users" as "users"
    on ("known_keys"."customer" = "users"."customer");

begin;

-- audit gold.dim_user
select cast(coalesce("problem", '0') as integer) as "audit"
from (
select case when count(*) > 0 then concat('gold.dim_user: keys that occur more than once: ', count(*)) end as "problem"
from (
  select count(*) as "rows"
  from "gold"."dim_user__next"
  group by "user_sk"
  having (count(*) > 1)
) as "repeated"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove gold.dim_user
drop table if exists "gold"."dim_user";

-- let gold.dim_user__next be tidied
alter table "gold"."dim_user__next" reset (autovacuum_enabled);

-- publish gold.dim_user
alter table "gold"."dim_user__next" rename to "dim_user";

commit;
