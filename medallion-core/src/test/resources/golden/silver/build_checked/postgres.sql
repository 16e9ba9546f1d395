-- remove silver.orders__next
drop table if exists "silver"."orders__next";

-- remove silver.orders__rejects__next
drop table if exists "silver"."orders__rejects__next";

-- remove silver.orders__duplicates__next
drop table if exists "silver"."orders__duplicates__next";

-- remove silver.orders__stage
drop table if exists "silver"."orders__stage";

-- type and judge the rows of silver.orders
create table "silver"."orders__next" with (autovacuum_enabled = false) as
select
  "step3"."value0" as "id",
  "step3"."value1" as "found",
  "step3"."carried0" as "_batch_id",
  "step3"."carried1" as "_row_number",
  case when (
    ("step3"."value0" is null and "step3"."text0" is not null)
    or ("step3"."value0" is not null and "ref0_every_type.integer"."known" is null)
    or ("step3"."value1" is null and "step3"."text1" is not null)
  ) then concat(',', 
    case when ("step3"."value0" is null and "step3"."text0" is not null) then '0,' else '' end,
    case when ("step3"."value0" is not null and "ref0_every_type.integer"."known" is null) then '1,' else '' end,
    case when ("step3"."value1" is null and "step3"."text1" is not null) then '2,' else '' end
  ) end as "_reasons",
  (cast(null as text) collate "C") as "_warnings"
from (select
  "step2"."carried0" as "carried0",
  "step2"."carried1" as "carried1",
  "step2"."clean0" as "clean0",
  "step2"."text0" as "text0",
  case when "step2"."clean0" is not null then "step2"."clean0" when "step2"."text0" is not null then case when (
    ("step2"."text0" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("step2"."text0") <= 1000)
    and ((char_length(ltrim(split_part("step2"."text0", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("step2"."text0", '.', 1), '+-0')) = 10 and ltrim(split_part("step2"."text0", '.', 1), '+-0') collate "C" <= case when "step2"."text0" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("step2"."text0", '.', 1) as integer) end end as "value0",
  "step2"."clean1" as "clean1",
  "step2"."text1" as "text1",
  case when "step2"."clean1" is not null then "step2"."clean1" when "step2"."text1" is not null then case when (((substring(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 9, 2) <= '28') or substring(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 9, 2) in ('29', '30') and substring(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 6, 2) <> '02' or substring(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 9, 2) = '31' and substring(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 9, 2) = '29' and (right(left(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 4), 2) <> '00' and mod(cast(right(left(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 4), 2) = '00' and mod(cast(left(left(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(case when case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end is not null then concat(substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 1, 4), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 6, 2), '-', substring(case when ("step2"."text1" ~ '^(?:(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])\-(?:0[1-9]|1[0-2])\-(?:0[1-9]|[12][0-9]|3[01]))$') then "step2"."text1" end, 9, 2)) end as date) end end as "value1"
from (select
  "step1"."carried0" as "carried0",
  "step1"."carried1" as "carried1",
  "step1"."clean0" as "clean0",
  case when "step1"."clean0" is null then nullif(case when left("step1"."raw0", 1) collate "C" between '!' and '~' and right("step1"."raw0", 1) collate "C" between '!' and '~' then "step1"."raw0" else regexp_replace("step1"."raw0", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text0",
  "step1"."clean1" as "clean1",
  case when "step1"."clean1" is null then nullif(case when left("step1"."raw1", 1) collate "C" between '!' and '~' and right("step1"."raw1", 1) collate "C" between '!' and '~' then "step1"."raw1" else regexp_replace("step1"."raw1", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text1"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  "b"."id" as "raw0",
  case when octet_length("b"."id") <= 9 and "b"."id" ~ '^-?[0-9]+$' then cast("b"."id" as integer) end as "clean0",
  "b"."line" as "raw1",
  case when (
    ("b"."line" like '____-__-__')
    and (left("b"."line", 2) = any ('{00,01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99}'))
    and (substring("b"."line", 3, 2) = any ('{00,01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99}'))
    and not ("b"."line" like '0000-__-__')
    and (substring("b"."line", 6, 2) = any ('{01,02,03,04,05,06,07,08,09,10,11,12}'))
  ) then case when (((right("b"."line", 2) = any ('{01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28}')) or right("b"."line", 2) in ('29', '30') and substring("b"."line", 6, 2) <> '02' or right("b"."line", 2) = '31' and substring("b"."line", 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or right("b"."line", 2) = '29' and (right(left("b"."line", 4), 2) <> '00' and mod(cast(right(left("b"."line", 4), 2) as decimal(2, 0)), 4) = 0 or right(left("b"."line", 4), 2) = '00' and mod(cast(left(left("b"."line", 4), 2) as decimal(2, 0)), 4) = 0))) then cast("b"."line" as date) end end as "clean1"
from "bronze"."orders" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'orders')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    ) offset '0') as "step1" offset '0') as "step2" offset '0') as "step3"
  left outer join (select distinct "integer" as "known" from "silver"."every_type" where "integer" is not null) as "ref0_every_type.integer"
    on ("ref0_every_type.integer"."known" = "step3"."value0");

-- what was found wrong in silver.orders
create table "silver"."orders__stage" (
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_reasons" text collate "C",
  "_warnings" text collate "C"
);

-- take out what is refused
with "refused" as (delete from "silver"."orders__next" where "_reasons" is not null returning "_batch_id", "_row_number", "_reasons", "_warnings")
insert into "silver"."orders__stage" select "_batch_id", "_row_number", "_reasons", "_warnings" from "refused";

-- look at the size of silver.orders__stage
analyze "silver"."orders__stage";

-- duplicates of silver.orders
create table "silver"."orders__duplicates__next" with (autovacuum_enabled = false) as
select
  "d"."_batch_id",
  "d"."_row_number",
  "d"."_batch_id" as "winner_batch_id",
  "d"."_row_number" as "winner_row_number"
from "silver"."orders__next" as "d"
where (1 = 0);

-- rejects of silver.orders
create table "silver"."orders__rejects__next" with (autovacuum_enabled = false) as
select
  "s"."_batch_id",
  "s"."_row_number",
  (cast("v"."rule" as text) collate "C") as "rule",
  (cast("v"."column_name" as text) collate "C") as "column_name",
  case "v"."number" when 0 then "b"."id" when 1 then "b"."id" when 2 then "b"."line" end as "value",
  (cast(null as text) collate "C") as "witness_batch_id",
  cast(null as bigint) as "witness_row_number"
from "silver"."orders__stage" as "s"
  join (
    values
      (
        0,
        'id: not an integer',
        'id',
        'REJECT'
      ),
      (
        1,
        'id: not in every_type.integer',
        'id',
        'REJECT'
      ),
      (
        2,
        'found: not a date',
        'found',
        'REJECT'
      )
  ) as "v" ("number", "rule", "column_name", "action")
    on ("s"."_reasons" like concat('%,', "v"."number", ',%'))
  join "bronze"."orders" as "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."_reasons" is not null);

-- drop the reasons
alter table "silver"."orders__next" drop column "_reasons";

-- drop the warnings
alter table "silver"."orders__next" drop column "_warnings";

begin;

-- audit silver.orders
select cast(coalesce("problem", '0') as integer) as "audit", "bronze_rows", "kept", "rejected", "duplicates"
from (
select
  case when "c"."bronze_rows" <> "c"."kept" + "c"."rejected" + "c"."duplicates" then concat('silver.orders: ', "c"."bronze_rows", ' rows of Bronze are not ', "c"."kept", ' kept, ', "c"."rejected", ' rejected and ', "c"."duplicates", ' duplicates') when "c"."repeated" > 0 then concat('silver.orders: ', "c"."repeated", ' addresses occur more than once') when (
    ("c"."kept" < 2)
    or ("c"."kept" > 2)
  ) then concat('silver.orders: ', concat("c"."kept", ' rows'), ', expected is between 2 and 2 rows') when ("c"."rejected" > 0.4 * "c"."bronze_rows") then concat('silver.orders: ', concat("c"."rejected", ' of ', "c"."bronze_rows", ' rows rejected'), ', expected is at most 40 % rejected') when (("c"."age2" is null or "c"."age2" > 86400)) then concat('silver.orders: ', coalesce(concat('the newest is ', "c"."age2", ' seconds older'), 'no row has a time'), ', expected is found fresh within PT24H') end as "problem",
  "c"."bronze_rows",
  "c"."kept",
  "c"."rejected",
  "c"."duplicates"
from (select
  (select count(*) from "bronze"."orders" as "b" where exists (select 1 from "medallion"."batches" as "x" where (
    ("x"."table_name" = 'orders')
    and ("x"."batch_id" = "b"."_batch_id")
    and ("x"."in_force")
  ))) as "bronze_rows",
  "seen"."kept" as "kept",
  (select count(*) from (select distinct "_batch_id", "_row_number" from "silver"."orders__rejects__next") as "addresses") as "rejected",
  (select count(*) from "silver"."orders__duplicates__next") as "duplicates",
  "seen"."repeated",
  (select cast(floor(extract(epoch from (select max("x"."loaded_at") from "medallion"."batches" as "x" where "x"."table_name" = 'orders' and "x"."in_force") - max(cast("n"."found" as timestamp)))) as bigint) from "silver"."orders__next" as "n") as "age2"
from (select cast(coalesce(sum("rows"), 0) as bigint) as "kept", cast(coalesce(sum("rows" - "different"), 0) as bigint) as "repeated" from (select count(*) as "rows", bit_count(bit_or(set_bit(cast(b'0' as bit(1024)), cast("_row_number" & 1023 as integer), 1))) as "different" from "silver"."orders__next" group by "_batch_id", "_row_number" >> 10) as "near") as "seen" offset '0') as "c"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove silver.orders
drop table if exists "silver"."orders";

-- let silver.orders__next be tidied
alter table "silver"."orders__next" reset (autovacuum_enabled);

-- publish silver.orders
alter table "silver"."orders__next" rename to "orders";

-- remove silver.orders__rejects
drop table if exists "silver"."orders__rejects";

-- let silver.orders__rejects__next be tidied
alter table "silver"."orders__rejects__next" reset (autovacuum_enabled);

-- publish silver.orders__rejects
alter table "silver"."orders__rejects__next" rename to "orders__rejects";

-- remove silver.orders__duplicates
drop table if exists "silver"."orders__duplicates";

-- let silver.orders__duplicates__next be tidied
alter table "silver"."orders__duplicates__next" reset (autovacuum_enabled);

-- publish silver.orders__duplicates
alter table "silver"."orders__duplicates__next" rename to "orders__duplicates";

commit;

-- remove silver.orders__stage
drop table if exists "silver"."orders__stage";
