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
create table `silver_orders__next` (
  `id` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `of_text` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `of_number` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_nopad_bin,
  `_row_number` bigint,
  `_reasons` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `_warnings` longtext character set utf8mb4 collate utf8mb4_nopad_bin
) as
select
  `step1`.`text0` as `id`,
  `step1`.`value1` as `of_text`,
  `step1`.`value2` as `of_number`,
  `step1`.`carried0` as `_batch_id`,
  `step1`.`carried1` as `_row_number`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `_reasons`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `_warnings`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`id` as `text0`,
  (cast(md5(convert(concat(
    coalesce(coalesce(
      (cast(char_length(nullif(
        trim(both ' ' from `b`.`line`),
        (_utf8mb4'' collate utf8mb4_nopad_bin)
      )) as char character set utf8mb4) collate utf8mb4_nopad_bin),
      (_utf8mb4'-1' collate utf8mb4_nopad_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_nopad_bin), ''),
    coalesce(nullif(
      trim(both ' ' from `b`.`line`),
      (_utf8mb4'' collate utf8mb4_nopad_bin)
    ), ''),
    coalesce(coalesce(
      (cast(char_length(nullif(
        trim(both ' ' from `b`.`id`),
        (_utf8mb4'' collate utf8mb4_nopad_bin)
      )) as char character set utf8mb4) collate utf8mb4_nopad_bin),
      (_utf8mb4'-1' collate utf8mb4_nopad_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_nopad_bin), ''),
    coalesce(nullif(
      trim(both ' ' from `b`.`id`),
      (_utf8mb4'' collate utf8mb4_nopad_bin)
    ), '')
  ) using utf8mb4)) as char character set utf8mb4) collate utf8mb4_nopad_bin) as `value1`,
  (cast(md5(convert(concat(
    coalesce(coalesce(
      (cast(char_length((_utf8mb4'crm' collate utf8mb4_nopad_bin)) as char character set utf8mb4) collate utf8mb4_nopad_bin),
      (_utf8mb4'-1' collate utf8mb4_nopad_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_nopad_bin), ''),
    coalesce((_utf8mb4'crm' collate utf8mb4_nopad_bin), ''),
    coalesce(coalesce(
      (cast(char_length((cast(case when (
        (trim(both ' ' from `b`.`id`) regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
        and (octet_length(trim(both ' ' from `b`.`id`)) <= 1000)
        and ((char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '') <= case when trim(both ' ' from `b`.`id`) like '-%' then '2147483648' else '2147483647' end))
      ) then cast(substring_index(trim(both ' ' from `b`.`id`), '.', 1) as signed) end as char character set utf8mb4) collate utf8mb4_nopad_bin)) as char character set utf8mb4) collate utf8mb4_nopad_bin),
      (_utf8mb4'-1' collate utf8mb4_nopad_bin)
    ), ''),
    coalesce((_utf8mb4':' collate utf8mb4_nopad_bin), ''),
    coalesce((cast(case when (
      (trim(both ' ' from `b`.`id`) regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
      and (octet_length(trim(both ' ' from `b`.`id`)) <= 1000)
      and ((char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(trim(both ' ' from `b`.`id`), '.', 1), '^[+-]?0*', '') <= case when trim(both ' ' from `b`.`id`) like '-%' then '2147483648' else '2147483647' end))
    ) then cast(substring_index(trim(both ' ' from `b`.`id`), '.', 1) as signed) end as char character set utf8mb4) collate utf8mb4_nopad_bin), '')
  ) using utf8mb4)) as char character set utf8mb4) collate utf8mb4_nopad_bin) as `value2`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_nopad_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    ) limit 18446744073709551615) as `step1`;

-- duplicates of silver_orders
create table `silver_orders__duplicates__next` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_nopad_bin,
  `_row_number` bigint,
  `winner_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_nopad_bin,
  `winner_row_number` bigint
) as
select
  `d`.`_batch_id`,
  `d`.`_row_number`,
  `d`.`_batch_id` as `winner_batch_id`,
  `d`.`_row_number` as `winner_row_number`
from `silver_orders__next` as `d`
where (1 = 0);

-- what was found wrong in silver_orders
create table `silver_orders__stage` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_nopad_bin,
  `_row_number` bigint,
  `_reasons` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `_warnings` longtext character set utf8mb4 collate utf8mb4_nopad_bin
) as
select `_batch_id`, `_row_number`, `_reasons`, `_warnings`
from `silver_orders__next`
where (`_reasons` is not null or `_warnings` is not null);

-- rejects of silver_orders
create table `silver_orders__rejects__next` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_nopad_bin,
  `_row_number` bigint,
  `rule` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `column_name` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `value` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `witness_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_nopad_bin,
  `witness_row_number` bigint
) as
select
  `s`.`_batch_id`,
  `s`.`_row_number`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `rule`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `column_name`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `value`,
  (cast(null as char character set utf8mb4) collate utf8mb4_nopad_bin) as `witness_batch_id`,
  cast(null as signed) as `witness_row_number`
from `silver_orders__stage` as `s`
where (1 = 0);

-- delete what is refused
delete from `silver_orders__next` where `_reasons` is not null;

-- drop the reasons
alter table `silver_orders__next` drop column `_reasons`;

-- drop the warnings
alter table `silver_orders__next` drop column `_warnings`;

-- audit silver_orders
delimiter //
begin not atomic
  declare found varchar(500) character set utf8mb4;
  declare found_bronze_rows, found_kept, found_rejected, found_duplicates bigint;
  select `problem`, `bronze_rows`, `kept`, `rejected`, `duplicates` into found, found_bronze_rows, found_kept, found_rejected, found_duplicates from (
select
  case when `c`.`bronze_rows` <> `c`.`kept` + `c`.`rejected` + `c`.`duplicates` then concat((_utf8mb4'silver_orders: ' collate utf8mb4_nopad_bin), `c`.`bronze_rows`, ' rows of Bronze are not ', `c`.`kept`, ' kept, ', `c`.`rejected`, ' rejected and ', `c`.`duplicates`, ' duplicates') when `c`.`repeated` > 0 then concat((_utf8mb4'silver_orders: ' collate utf8mb4_nopad_bin), `c`.`repeated`, ' addresses occur more than once') end as `problem`,
  `c`.`bronze_rows`,
  `c`.`kept`,
  `c`.`rejected`,
  `c`.`duplicates`
from (select
  (select count(*) from `bronze_orders` as `b` where exists (select 1 from `medallion_batches` as `x` where (
    (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_nopad_bin))
    and (`x`.`batch_id` = `b`.`_batch_id`)
    and (`x`.`in_force`)
  ))) as `bronze_rows`,
  (select count(*) from `silver_orders__next`) as `kept`,
  (select count(*) from (select distinct `_batch_id`, `_row_number` from `silver_orders__rejects__next`) as `addresses`) as `rejected`,
  (select count(*) from `silver_orders__duplicates__next`) as `duplicates`,
  (select coalesce(sum(`more`), 0) from (select count(*) - bit_count(bit_or(1 << (`_row_number` & 63))) as `more` from `silver_orders__next` group by `_batch_id`, `_row_number` >> 6) as `twice`) as `repeated`
 limit 18446744073709551615) as `c`
  ) as `audited`;
  if found is not null then
    signal sqlstate '45000' set message_text = found;
  end if;
  select found_bronze_rows as `bronze_rows`, found_kept as `kept`, found_rejected as `rejected`, found_duplicates as `duplicates`;
end//
delimiter ;

-- make room for silver_orders
create table if not exists `silver_orders` like `silver_orders__next`;

-- make room for silver_orders__rejects
create table if not exists `silver_orders__rejects` like `silver_orders__rejects__next`;

-- make room for silver_orders__duplicates
create table if not exists `silver_orders__duplicates` like `silver_orders__duplicates__next`;

begin;

-- publish
rename table 
  `silver_orders` wait 1 to `silver_orders__old`, `silver_orders__next` to `silver_orders`,
  `silver_orders__rejects` to `silver_orders__rejects__old`, `silver_orders__rejects__next` to `silver_orders__rejects`,
  `silver_orders__duplicates` to `silver_orders__duplicates__old`, `silver_orders__duplicates__next` to `silver_orders__duplicates`;

commit;

-- remove silver_orders__old
drop table if exists `silver_orders__old`;

-- remove silver_orders__rejects__old
drop table if exists `silver_orders__rejects__old`;

-- remove silver_orders__duplicates__old
drop table if exists `silver_orders__duplicates__old`;

-- remove silver_orders__stage
drop table if exists `silver_orders__stage`;
