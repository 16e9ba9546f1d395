-- remove silver_orders__next
drop table if exists `silver_orders__next`;

-- remove silver_orders__old
drop table if exists `silver_orders__old`;

-- remove silver_orders__rejects__next
drop table if exists `silver_orders__rejects__next`;

-- remove silver_orders__rejects__old
drop table if exists `silver_orders__rejects__old`;

-- remove silver_orders__duplicates__next
drop table if exists `silver_orders__duplicates__next`;

-- remove silver_orders__duplicates__old
drop table if exists `silver_orders__duplicates__old`;

-- remove silver_orders__stage
drop table if exists `silver_orders__stage`;

-- type and judge the rows of silver_orders
create table `silver_orders__stage` (
  `id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `of_text` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `of_number` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_reasons` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_warnings` longtext character set utf8mb4 collate utf8mb4_0900_bin
) as
select
  `step1`.`text0` as `id`,
  `step1`.`value1` as `of_text`,
  `step1`.`value2` as `of_number`,
  `step1`.`carried0` as `_batch_id`,
  `step1`.`carried1` as `_row_number`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `_reasons`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `_warnings`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`id` as `text0`,
  (cast(md5(convert(concat(
    coalesce(coalesce(
      (cast(char_length(nullif(
        trim(both ' ' from `b`.`line`),
        (_utf8mb4'' collate utf8mb4_0900_bin)
      )) as char character set utf8mb4) collate utf8mb4_0900_bin),
      (_utf8mb4'-1' collate utf8mb4_0900_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_0900_bin), ''),
    coalesce(nullif(
      trim(both ' ' from `b`.`line`),
      (_utf8mb4'' collate utf8mb4_0900_bin)
    ), ''),
    coalesce(coalesce(
      (cast(char_length(nullif(
        trim(both ' ' from `b`.`id`),
        (_utf8mb4'' collate utf8mb4_0900_bin)
      )) as char character set utf8mb4) collate utf8mb4_0900_bin),
      (_utf8mb4'-1' collate utf8mb4_0900_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_0900_bin), ''),
    coalesce(nullif(
      trim(both ' ' from `b`.`id`),
      (_utf8mb4'' collate utf8mb4_0900_bin)
    ), '')
  ) using utf8mb4)) as char character set utf8mb4) collate utf8mb4_0900_bin) as `value1`,
  (cast(md5(convert(concat(
    coalesce(coalesce(
      (cast(char_length((_utf8mb4'crm' collate utf8mb4_0900_bin)) as char character set utf8mb4) collate utf8mb4_0900_bin),
      (_utf8mb4'-1' collate utf8mb4_0900_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_0900_bin), ''),
    coalesce((_utf8mb4'crm' collate utf8mb4_0900_bin), ''),
    coalesce(coalesce(
      (cast(char_length((cast(case when (
        (octet_length(trim(both ' ' from `b`.`id`)) <= 1000)
        and (trim(both ' ' from `b`.`id`) regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
        and ((char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '') <= case when trim(both ' ' from `b`.`id`) like '-%' then '2147483648' else '2147483647' end))
      ) then cast(substring_index(trim(both ' ' from `b`.`id`), '.', 1) as signed) end as char character set utf8mb4) collate utf8mb4_0900_bin)) as char character set utf8mb4) collate utf8mb4_0900_bin),
      (_utf8mb4'-1' collate utf8mb4_0900_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_0900_bin), ''),
    coalesce((cast(case when (
      (octet_length(trim(both ' ' from `b`.`id`)) <= 1000)
      and (trim(both ' ' from `b`.`id`) regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and ((char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '') <= case when trim(both ' ' from `b`.`id`) like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(trim(both ' ' from `b`.`id`), '.', 1) as signed) end as char character set utf8mb4) collate utf8mb4_0900_bin), '')
  ) using utf8mb4)) as char character set utf8mb4) collate utf8mb4_0900_bin) as `value2`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_0900_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    ) limit 18446744073709551615) as `step1`;

-- duplicates of silver_orders
create table `silver_orders__duplicates__next` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `winner_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `winner_row_number` bigint
) as
select
  `d`.`_batch_id`,
  `d`.`_row_number`,
  `d`.`_batch_id` as `winner_batch_id`,
  `d`.`_row_number` as `winner_row_number`
from `silver_orders__stage` as `d`
where (1 = 0);

-- rejects of silver_orders
create table `silver_orders__rejects__next` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `rule` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `column_name` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `value` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `witness_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `witness_row_number` bigint
) as
select
  `s`.`_batch_id`,
  `s`.`_row_number`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `rule`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `column_name`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `value`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `witness_batch_id`,
  cast(null as signed) as `witness_row_number`
from `silver_orders__stage` as `s`
where (1 = 0);

-- rows of silver_orders
create table `silver_orders__next` (
  `id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `of_text` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `of_number` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint
) as
select
  `s`.`id`,
  `s`.`of_text`,
  `s`.`of_number`,
  `s`.`_batch_id`,
  `s`.`_row_number`
from `silver_orders__stage` as `s`
where (`s`.`_reasons` is null);

-- audit silver_orders
set session default_storage_engine = coalesce((select min(`problem`) from (
select
  case when `c`.`bronze_rows` <> `c`.`kept` + `c`.`rejected` + `c`.`duplicates` then concat((_utf8mb4'silver_orders: ' collate utf8mb4_0900_bin), `c`.`bronze_rows`, ' rows of Bronze are not ', `c`.`kept`, ' kept, ', `c`.`rejected`, ' rejected and ', `c`.`duplicates`, ' duplicates') when `c`.`repeated` > 0 then concat((_utf8mb4'silver_orders: ' collate utf8mb4_0900_bin), `c`.`repeated`, ' addresses occur more than once') end as `problem`,
  `c`.`bronze_rows`,
  `c`.`kept`,
  `c`.`rejected`,
  `c`.`duplicates`
from (select
  (select count(*) from `bronze_orders` as `b` where exists (select 1 from `medallion_batches` as `x` where (
    (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_0900_bin))
    and (`x`.`batch_id` = `b`.`_batch_id`)
    and (`x`.`in_force`)
  ))) as `bronze_rows`,
  (select count(*) from `silver_orders__next`) as `kept`,
  (select count(*) from (select distinct `_batch_id`, `_row_number` from `silver_orders__rejects__next`) as `addresses`) as `rejected`,
  (select count(*) from `silver_orders__duplicates__next`) as `duplicates`,
  (select coalesce(sum(`more`), 0) from (select count(*) - 1 as `more` from `silver_orders__next` group by `_batch_id`, `_row_number` having count(*) > 1) as `twice`) as `repeated`
 limit 18446744073709551615) as `c`
) as `audited`), @@session.default_storage_engine);

-- make room for silver_orders
create table if not exists `silver_orders` like `silver_orders__next`;

-- make room for silver_orders__rejects
create table if not exists `silver_orders__rejects` like `silver_orders__rejects__next`;

-- make room for silver_orders__duplicates
create table if not exists `silver_orders__duplicates` like `silver_orders__duplicates__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table 
  `silver_orders` to `silver_orders__old`, `silver_orders__next` to `silver_orders`,
  `silver_orders__rejects` to `silver_orders__rejects__old`, `silver_orders__rejects__next` to `silver_orders__rejects`,
  `silver_orders__duplicates` to `silver_orders__duplicates__old`, `silver_orders__duplicates__next` to `silver_orders__duplicates`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove silver_orders__old
drop table if exists `silver_orders__old`;

-- remove silver_orders__rejects__old
drop table if exists `silver_orders__rejects__old`;

-- remove silver_orders__duplicates__old
drop table if exists `silver_orders__duplicates__old`;

-- remove silver_orders__stage
drop table if exists `silver_orders__stage`;
