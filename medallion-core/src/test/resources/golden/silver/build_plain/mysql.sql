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
  `id` int,
  `note` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_reasons` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_warnings` longtext character set utf8mb4 collate utf8mb4_0900_bin
) as
select
  `step3`.`value0` as `id`,
  `step3`.`text1` as `note`,
  `step3`.`carried0` as `_batch_id`,
  `step3`.`carried1` as `_row_number`,
  case when (`step3`.`value0` is null and `step3`.`text0` is not null) then concat(',', case when (`step3`.`value0` is null and `step3`.`text0` is not null) then '0,' else '' end) end as `_reasons`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `_warnings`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`clean0` as `clean0`,
  `step2`.`text0` as `text0`,
  case when `step2`.`clean0` is not null then `step2`.`clean0` when `step2`.`text0` is not null then case when (
    (octet_length(`step2`.`text0`) <= 1000)
    and (`step2`.`text0` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`step2`.`text0`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`step2`.`text0`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`step2`.`text0`, '.', 1), '^[+-]?0*', '') <= case when `step2`.`text0` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`step2`.`text0`, '.', 1) as signed) end end as `value0`,
  `step2`.`text1` as `text1`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`clean0` as `clean0`,
  case when `step1`.`clean0` is null then nullif(case when left(`step1`.`raw0`, 1) between '!' and '~' and right(`step1`.`raw0`, 1) between '!' and '~' then `step1`.`raw0` else reverse(regexp_replace(reverse(regexp_replace(`step1`.`raw0`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text0`,
  `step1`.`text1` as `text1`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`id` as `raw0`,
  case when `b`.`id` regexp '^-?[0-9]{1,9}\\z' then cast(`b`.`id` as signed) end as `clean0`,
  `b`.`note` as `text1`
from `bronze_orders` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'orders' collate utf8mb4_0900_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    ) limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3`;

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
  (cast(`v`.`rule` as char character set utf8mb4) collate utf8mb4_0900_bin) as `rule`,
  (cast(`v`.`column_name` as char character set utf8mb4) collate utf8mb4_0900_bin) as `column_name`,
  case `v`.`number` when 0 then `b`.`id` end as `value`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `witness_batch_id`,
  cast(null as signed) as `witness_row_number`
from `silver_orders__stage` as `s`
  straight_join (
    values row (
      0,
      (_utf8mb4'id: not an integer' collate utf8mb4_0900_bin),
      (_utf8mb4'id' collate utf8mb4_0900_bin),
      'REJECT'
    )
  ) as `v` (`number`, `rule`, `column_name`, `action`)
    on (`s`.`_reasons` like concat('%,', `v`.`number`, ',%'))
  straight_join `bronze_orders` as `b`
    on (`b`.`_batch_id` = `s`.`_batch_id` and `b`.`_row_number` = `s`.`_row_number`)
where (`s`.`_reasons` is not null);

-- rows of silver_orders
create table `silver_orders__next` (
  `id` int,
  `note` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint
) as
select `s`.`id`, `s`.`note`, `s`.`_batch_id`, `s`.`_row_number`
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
