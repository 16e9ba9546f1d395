-- remove gold_dim_latest__next
drop table if exists `gold_dim_latest__next`;

-- remove gold_dim_latest__old
drop table if exists `gold_dim_latest__old`;

-- build gold_dim_latest
create table `gold_dim_latest__next` (
  `sk` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `customer_id` bigint,
  `segment` longtext character set utf8mb4 collate utf8mb4_0900_bin
) as
select
  (cast(md5(convert(concat(
    coalesce(coalesce(
      (cast(char_length((cast(`known_keys`.`customer_id` as char character set utf8mb4) collate utf8mb4_0900_bin)) as char character set utf8mb4) collate utf8mb4_0900_bin),
      (_utf8mb4'-1' collate utf8mb4_0900_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_0900_bin), ''),
    coalesce((cast(`known_keys`.`customer_id` as char character set utf8mb4) collate utf8mb4_0900_bin), '')
  ) using utf8mb4)) as char character set utf8mb4) collate utf8mb4_0900_bin) as `sk`,
  `known_keys`.`customer_id` as `customer_id`,
  (cast(case
    when (case
      when (`clients`.`segment` is not null) then `clients`.`changed_on`
    end = greatest(
      coalesce(
        case
          when (`clients`.`segment` is not null) then `clients`.`changed_on`
        end,
        case
          when (`users`.`segment` is not null) then `users`.`changed_on`
        end
      ),
      coalesce(
        case
          when (`users`.`segment` is not null) then `users`.`changed_on`
        end,
        case
          when (`clients`.`segment` is not null) then `clients`.`changed_on`
        end
      )
    )) then `clients`.`segment`
    when (case
      when (`users`.`segment` is not null) then `users`.`changed_on`
    end = greatest(
      coalesce(
        case
          when (`clients`.`segment` is not null) then `clients`.`changed_on`
        end,
        case
          when (`users`.`segment` is not null) then `users`.`changed_on`
        end
      ),
      coalesce(
        case
          when (`users`.`segment` is not null) then `users`.`changed_on`
        end,
        case
          when (`clients`.`segment` is not null) then `clients`.`changed_on`
        end
      )
    )) then `users`.`segment`
    else coalesce(`clients`.`segment`, `users`.`segment`)
  end as char character set utf8mb4) collate utf8mb4_0900_bin) as `segment`
from (
  select `keys_of_all`.`customer_id` as `customer_id`
  from (
    select cast(`clients`.`id` as signed) as `customer_id`
    from `silver_clients` as `clients`
    where (`clients`.`id` is not null)
    union all
    select `users`.`customer` as `customer_id`
    from `silver_users` as `users`
    where (`users`.`customer` is not null)
  ) as `keys_of_all`
  group by `keys_of_all`.`customer_id`
) as `known_keys`
  left outer join `silver_clients` as `clients`
    on (`known_keys`.`customer_id` = `clients`.`id`)
  left outer join `silver_users` as `users`
    on (`known_keys`.`customer_id` = `users`.`customer`);

-- audit gold_dim_latest
set session default_storage_engine = coalesce((select min(`problem`) from (
select case when count(*) > 0 then concat((_utf8mb4'gold_dim_latest: keys that occur more than once: ' collate utf8mb4_0900_bin), count(*)) end as `problem`
from (
  select count(*) as `rows`
  from `gold_dim_latest__next`
  group by `sk`
  having (count(*) > 1)
) as `repeated`
) as `audited`), @@session.default_storage_engine);

-- make room for gold_dim_latest
create table if not exists `gold_dim_latest` like `gold_dim_latest__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table `gold_dim_latest` to `gold_dim_latest__old`, `gold_dim_latest__next` to `gold_dim_latest`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove gold_dim_latest__old
drop table if exists `gold_dim_latest__old`;
