-- remove gold_dim_user__next
drop table if exists `gold_dim_user__next`;

-- remove gold_dim_user__old
drop table if exists `gold_dim_user__old`;

-- build gold_dim_user
create table `gold_dim_user__next` (
  `user_sk` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `customer` bigint,
  `segment` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `name` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `changed_on` date
) as
select
  (cast(md5(convert(concat(
    coalesce(coalesce(
      (cast(char_length((cast(`known_keys`.`customer` as char character set utf8mb4) collate utf8mb4_0900_bin)) as char character set utf8mb4) collate utf8mb4_0900_bin),
      (_utf8mb4'-1' collate utf8mb4_0900_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_0900_bin), ''),
    coalesce((cast(`known_keys`.`customer` as char character set utf8mb4) collate utf8mb4_0900_bin), '')
  ) using utf8mb4)) as char character set utf8mb4) collate utf8mb4_0900_bin) as `user_sk`,
  `known_keys`.`customer` as `customer`,
  `users`.`segment` as `segment`,
  `users`.`name` as `name`,
  `users`.`changed_on` as `changed_on`
from (
  select `keys_of_all`.`customer` as `customer`
  from (
    select `users`.`customer` as `customer`
    from `silver_users` as `users`
    where (`users`.`customer` is not null)
  ) as `keys_of_all`
  group by `keys_of_all`.`customer`
) as `known_keys`
  left outer join `silver_users` as `users`
    on (`known_keys`.`customer` = `users`.`customer`);

-- audit gold_dim_user
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_dim_user: keys that occur more than once: ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_dim_user__next`
  group by `user_sk`
  having (count(*) > 1)
) as `repeated`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_dim_user
create table if not exists `gold_dim_user` like `gold_dim_user__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_dim_user` to `gold_dim_user__old`, `gold_dim_user__next` to `gold_dim_user`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_dim_user__old
drop table if exists `gold_dim_user__old`;
