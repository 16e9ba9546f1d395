-- remove silver_parcels__next
drop table if exists `silver_parcels__next`;

-- remove silver_parcels__old
drop table if exists `silver_parcels__old`;

-- remove silver_parcels__rejects__next
drop table if exists `silver_parcels__rejects__next`;

-- remove silver_parcels__rejects__old
drop table if exists `silver_parcels__rejects__old`;

-- remove silver_parcels__duplicates__next
drop table if exists `silver_parcels__duplicates__next`;

-- remove silver_parcels__duplicates__old
drop table if exists `silver_parcels__duplicates__old`;

-- remove silver_parcels__stage
drop table if exists `silver_parcels__stage`;

-- table silver_dim_units
create table if not exists `silver_dim_units` (
  `code` longtext character set utf8mb4 collate utf8mb4_0900_bin not null,
  `dimension` longtext character set utf8mb4 collate utf8mb4_0900_bin not null,
  `name` longtext character set utf8mb4 collate utf8mb4_0900_bin not null,
  `ucum` longtext character set utf8mb4 collate utf8mb4_0900_bin not null,
  `base` longtext character set utf8mb4 collate utf8mb4_0900_bin not null,
  `numerator` decimal(38, 0) not null,
  `denominator` decimal(38, 0) not null,
  `base_offset` decimal(10, 2) not null
);

-- remove what are no units of LENGTH
delete from `silver_dim_units` where `dimension` = (_utf8mb4'LENGTH' collate utf8mb4_0900_bin) and (`code`, `numerator`, `denominator`, `base_offset`) not in (
  (
    (_utf8mb4'm' collate utf8mb4_0900_bin),
    1,
    1,
    0
  ),
  (
    (_utf8mb4'km' collate utf8mb4_0900_bin),
    1000,
    1,
    0
  ),
  (
    (_utf8mb4'dm' collate utf8mb4_0900_bin),
    1,
    10,
    0
  ),
  (
    (_utf8mb4'cm' collate utf8mb4_0900_bin),
    1,
    100,
    0
  ),
  (
    (_utf8mb4'mm' collate utf8mb4_0900_bin),
    1,
    1000,
    0
  ),
  (
    (_utf8mb4'um' collate utf8mb4_0900_bin),
    1,
    1000000,
    0
  ),
  (
    (_utf8mb4'nm' collate utf8mb4_0900_bin),
    1,
    1000000000,
    0
  ),
  (
    (_utf8mb4'in' collate utf8mb4_0900_bin),
    127,
    5000,
    0
  ),
  (
    (_utf8mb4'ft' collate utf8mb4_0900_bin),
    381,
    1250,
    0
  ),
  (
    (_utf8mb4'yd' collate utf8mb4_0900_bin),
    1143,
    1250,
    0
  ),
  (
    (_utf8mb4'mi' collate utf8mb4_0900_bin),
    201168,
    125,
    0
  ),
  (
    (_utf8mb4'nmi' collate utf8mb4_0900_bin),
    1852,
    1,
    0
  ),
  (
    (_utf8mb4'mil' collate utf8mb4_0900_bin),
    127,
    5000000,
    0
  ),
  (
    (_utf8mb4'fathom' collate utf8mb4_0900_bin),
    1143,
    625,
    0
  ),
  (
    (_utf8mb4'furlong' collate utf8mb4_0900_bin),
    25146,
    125,
    0
  ),
  (
    (_utf8mb4'ly' collate utf8mb4_0900_bin),
    9460730472580800,
    1,
    0
  )
);

-- add units of LENGTH
insert into `silver_dim_units` (
  `code`,
  `dimension`,
  `name`,
  `ucum`,
  `base`,
  `numerator`,
  `denominator`,
  `base_offset`
)
select 
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'metre' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'm' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'km' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'kilometre' collate utf8mb4_0900_bin),
  (_utf8mb4'km' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1000,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'km' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'dm' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'decimetre' collate utf8mb4_0900_bin),
  (_utf8mb4'dm' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1,
  10,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'dm' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'cm' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'centimetre' collate utf8mb4_0900_bin),
  (_utf8mb4'cm' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1,
  100,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'cm' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'mm' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'millimetre' collate utf8mb4_0900_bin),
  (_utf8mb4'mm' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1,
  1000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'mm' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'um' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'micrometre' collate utf8mb4_0900_bin),
  (_utf8mb4'um' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1,
  1000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'um' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'nm' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'nanometre' collate utf8mb4_0900_bin),
  (_utf8mb4'nm' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1,
  1000000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'nm' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'in' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'inch' collate utf8mb4_0900_bin),
  (_utf8mb4'[in_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  127,
  5000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'in' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'ft' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'foot' collate utf8mb4_0900_bin),
  (_utf8mb4'[ft_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  381,
  1250,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'ft' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'yd' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'yard' collate utf8mb4_0900_bin),
  (_utf8mb4'[yd_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1143,
  1250,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'yd' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'mi' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'mile' collate utf8mb4_0900_bin),
  (_utf8mb4'[mi_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  201168,
  125,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'mi' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'nmi' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'nautical mile' collate utf8mb4_0900_bin),
  (_utf8mb4'[nmi_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1852,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'nmi' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'mil' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'mil' collate utf8mb4_0900_bin),
  (_utf8mb4'[mil_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  127,
  5000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'mil' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'fathom' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'fathom' collate utf8mb4_0900_bin),
  (_utf8mb4'[fth_i]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  1143,
  625,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'fathom' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'furlong' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'furlong' collate utf8mb4_0900_bin),
  (_utf8mb4'' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  25146,
  125,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'furlong' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'ly' collate utf8mb4_0900_bin),
  (_utf8mb4'LENGTH' collate utf8mb4_0900_bin),
  (_utf8mb4'light-year' collate utf8mb4_0900_bin),
  (_utf8mb4'[ly]' collate utf8mb4_0900_bin),
  (_utf8mb4'm' collate utf8mb4_0900_bin),
  9460730472580800,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'ly' collate utf8mb4_0900_bin));

-- remove what are no units of MASS
delete from `silver_dim_units` where `dimension` = (_utf8mb4'MASS' collate utf8mb4_0900_bin) and (`code`, `numerator`, `denominator`, `base_offset`) not in (
  (
    (_utf8mb4'kg' collate utf8mb4_0900_bin),
    1,
    1,
    0
  ),
  (
    (_utf8mb4'g' collate utf8mb4_0900_bin),
    1,
    1000,
    0
  ),
  (
    (_utf8mb4'mg' collate utf8mb4_0900_bin),
    1,
    1000000,
    0
  ),
  (
    (_utf8mb4'ug' collate utf8mb4_0900_bin),
    1,
    1000000000,
    0
  ),
  (
    (_utf8mb4't' collate utf8mb4_0900_bin),
    1000,
    1,
    0
  ),
  (
    (_utf8mb4'lb' collate utf8mb4_0900_bin),
    45359237,
    100000000,
    0
  ),
  (
    (_utf8mb4'oz' collate utf8mb4_0900_bin),
    45359237,
    1600000000,
    0
  ),
  (
    (_utf8mb4'gr' collate utf8mb4_0900_bin),
    6479891,
    100000000000,
    0
  ),
  (
    (_utf8mb4'st' collate utf8mb4_0900_bin),
    317514659,
    50000000,
    0
  ),
  (
    (_utf8mb4'ton_us' collate utf8mb4_0900_bin),
    45359237,
    50000,
    0
  ),
  (
    (_utf8mb4'ton_uk' collate utf8mb4_0900_bin),
    317514659,
    312500,
    0
  ),
  (
    (_utf8mb4'oz_t' collate utf8mb4_0900_bin),
    19439673,
    625000000,
    0
  ),
  (
    (_utf8mb4'ct' collate utf8mb4_0900_bin),
    1,
    5000,
    0
  )
);

-- add units of MASS
insert into `silver_dim_units` (
  `code`,
  `dimension`,
  `name`,
  `ucum`,
  `base`,
  `numerator`,
  `denominator`,
  `base_offset`
)
select 
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'kilogram' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  1,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'kg' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'g' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'gram' collate utf8mb4_0900_bin),
  (_utf8mb4'g' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  1,
  1000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'g' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'mg' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'milligram' collate utf8mb4_0900_bin),
  (_utf8mb4'mg' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  1,
  1000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'mg' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'ug' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'microgram' collate utf8mb4_0900_bin),
  (_utf8mb4'ug' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  1,
  1000000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'ug' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4't' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'tonne' collate utf8mb4_0900_bin),
  (_utf8mb4't' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  1000,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4't' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'lb' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'pound' collate utf8mb4_0900_bin),
  (_utf8mb4'[lb_av]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  45359237,
  100000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'lb' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'oz' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'ounce' collate utf8mb4_0900_bin),
  (_utf8mb4'[oz_av]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  45359237,
  1600000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'oz' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'gr' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'grain' collate utf8mb4_0900_bin),
  (_utf8mb4'[gr]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  6479891,
  100000000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'gr' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'st' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'stone' collate utf8mb4_0900_bin),
  (_utf8mb4'[stone_av]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  317514659,
  50000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'st' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'ton_us' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'short ton' collate utf8mb4_0900_bin),
  (_utf8mb4'[ston_av]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  45359237,
  50000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'ton_us' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'ton_uk' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'long ton' collate utf8mb4_0900_bin),
  (_utf8mb4'[lton_av]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  317514659,
  312500,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'ton_uk' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'oz_t' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'troy ounce' collate utf8mb4_0900_bin),
  (_utf8mb4'[oz_tr]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  19439673,
  625000000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'oz_t' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'ct' collate utf8mb4_0900_bin),
  (_utf8mb4'MASS' collate utf8mb4_0900_bin),
  (_utf8mb4'carat' collate utf8mb4_0900_bin),
  (_utf8mb4'[car_m]' collate utf8mb4_0900_bin),
  (_utf8mb4'kg' collate utf8mb4_0900_bin),
  1,
  5000,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'ct' collate utf8mb4_0900_bin));

-- remove what are no units of TEMPERATURE
delete from `silver_dim_units` where `dimension` = (_utf8mb4'TEMPERATURE' collate utf8mb4_0900_bin) and (`code`, `numerator`, `denominator`, `base_offset`) not in (
  (
    (_utf8mb4'K' collate utf8mb4_0900_bin),
    1,
    1,
    0
  ),
  (
    (_utf8mb4'degC' collate utf8mb4_0900_bin),
    1,
    1,
    273.15
  ),
  (
    (_utf8mb4'degF' collate utf8mb4_0900_bin),
    5,
    9,
    459.67
  ),
  (
    (_utf8mb4'degR' collate utf8mb4_0900_bin),
    5,
    9,
    0
  )
);

-- add units of TEMPERATURE
insert into `silver_dim_units` (
  `code`,
  `dimension`,
  `name`,
  `ucum`,
  `base`,
  `numerator`,
  `denominator`,
  `base_offset`
)
select 
  (_utf8mb4'K' collate utf8mb4_0900_bin),
  (_utf8mb4'TEMPERATURE' collate utf8mb4_0900_bin),
  (_utf8mb4'kelvin' collate utf8mb4_0900_bin),
  (_utf8mb4'K' collate utf8mb4_0900_bin),
  (_utf8mb4'K' collate utf8mb4_0900_bin),
  1,
  1,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'K' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'degC' collate utf8mb4_0900_bin),
  (_utf8mb4'TEMPERATURE' collate utf8mb4_0900_bin),
  (_utf8mb4'degree Celsius' collate utf8mb4_0900_bin),
  (_utf8mb4'Cel' collate utf8mb4_0900_bin),
  (_utf8mb4'K' collate utf8mb4_0900_bin),
  1,
  1,
  273.15
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'degC' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'degF' collate utf8mb4_0900_bin),
  (_utf8mb4'TEMPERATURE' collate utf8mb4_0900_bin),
  (_utf8mb4'degree Fahrenheit' collate utf8mb4_0900_bin),
  (_utf8mb4'[degF]' collate utf8mb4_0900_bin),
  (_utf8mb4'K' collate utf8mb4_0900_bin),
  5,
  9,
  459.67
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'degF' collate utf8mb4_0900_bin))
union all select 
  (_utf8mb4'degR' collate utf8mb4_0900_bin),
  (_utf8mb4'TEMPERATURE' collate utf8mb4_0900_bin),
  (_utf8mb4'degree Rankine' collate utf8mb4_0900_bin),
  (_utf8mb4'' collate utf8mb4_0900_bin),
  (_utf8mb4'K' collate utf8mb4_0900_bin),
  5,
  9,
  0
 where not exists (select 1 from `silver_dim_units` where `code` = (_utf8mb4'degR' collate utf8mb4_0900_bin));

-- type and judge the rows of silver_parcels
create table `silver_parcels__stage` (
  `weight` decimal(6, 2),
  `weight_unit` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `weight_kg` decimal(15, 10),
  `length_in` int,
  `length_in_unit` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `length_cm` decimal(13, 2),
  `heat` decimal(5, 1),
  `heat_unit` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `heat_degc` decimal(7, 2),
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_reasons` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_warnings` longtext character set utf8mb4 collate utf8mb4_0900_bin
) as
select
  `step8`.`value0` as `weight`,
  `step8`.`unit0` as `weight_unit`,
  `step8`.`normalised0` as `weight_kg`,
  `step8`.`value1` as `length_in`,
  case when `step8`.`value1` is not null then (_utf8mb4'in' collate utf8mb4_0900_bin) end as `length_in_unit`,
  `step8`.`normalised1` as `length_cm`,
  `step8`.`value2` as `heat`,
  `step8`.`unit2` as `heat_unit`,
  `step8`.`normalised2` as `heat_degc`,
  `step8`.`carried0` as `_batch_id`,
  `step8`.`carried1` as `_row_number`,
  case when (
    (`step8`.`value0` is null and `step8`.`text0` is not null)
    or (`step8`.`unit0` is null and `step8`.`text0` is not null)
    or (`step8`.`value1` is null and `step8`.`text1` is not null)
    or (`step8`.`value2` is null and `step8`.`text2` is not null)
    or (`step8`.`unit2` is null and `step8`.`text2` is not null)
  ) then concat(',', 
    case when (`step8`.`value0` is null and `step8`.`text0` is not null) then '0,' else '' end,
    case when (`step8`.`unit0` is null and `step8`.`text0` is not null) then '1,' else '' end,
    case when (`step8`.`value1` is null and `step8`.`text1` is not null) then '2,' else '' end,
    case when (`step8`.`value2` is null and `step8`.`text2` is not null) then '3,' else '' end,
    case when (`step8`.`unit2` is null and `step8`.`text2` is not null) then '4,' else '' end
  ) end as `_reasons`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `_warnings`
from (select
  `step7`.`carried0` as `carried0`,
  `step7`.`carried1` as `carried1`,
  `step7`.`text0` as `text0`,
  `step7`.`unit0` as `unit0`,
  `step7`.`value0` as `value0`,
  `step7`.`clean1` as `clean1`,
  `step7`.`text1` as `text1`,
  `step7`.`value1` as `value1`,
  `step7`.`text2` as `text2`,
  `step7`.`unit2` as `unit2`,
  `step7`.`value2` as `value2`,
  `step7`.`dividend0` as `dividend0`,
  `step7`.`divisor0` as `divisor0`,
  `step7`.`dividend1` as `dividend1`,
  `step7`.`divisor1` as `divisor1`,
  `step7`.`dividend2` as `dividend2`,
  `step7`.`divisor2` as `divisor2`,
  `step7`.`quotient0` as `quotient0`,
  `step7`.`remainder0` as `remainder0`,
  `step7`.`quotient1` as `quotient1`,
  `step7`.`remainder1` as `remainder1`,
  `step7`.`quotient2` as `quotient2`,
  `step7`.`remainder2` as `remainder2`,
  cast(((case when `step7`.`dividend0` < 0 then -1 else 1 end * (`step7`.`quotient0` + case when `step7`.`remainder0` * 2 > `step7`.`divisor0` or `step7`.`remainder0` * 2 = `step7`.`divisor0` and mod(abs(`step7`.`quotient0`), cast(2 as decimal(65, 0))) = 1 then 1 else 0 end)) * 0.0000000001) as decimal(15, 10)) as `normalised0`,
  cast(((case when `step7`.`dividend1` < 0 then -1 else 1 end * (`step7`.`quotient1` + case when `step7`.`remainder1` * 2 > `step7`.`divisor1` or `step7`.`remainder1` * 2 = `step7`.`divisor1` and mod(abs(`step7`.`quotient1`), cast(2 as decimal(65, 0))) = 1 then 1 else 0 end)) * 0.01) as decimal(13, 2)) as `normalised1`,
  cast(((case when `step7`.`dividend2` < 0 then -1 else 1 end * (`step7`.`quotient2` + case when `step7`.`remainder2` * 2 > `step7`.`divisor2` or `step7`.`remainder2` * 2 = `step7`.`divisor2` and mod(abs(`step7`.`quotient2`), cast(2 as decimal(65, 0))) = 1 then 1 else 0 end)) * 0.01) as decimal(7, 2)) as `normalised2`
from (select
  `step6`.`carried0` as `carried0`,
  `step6`.`carried1` as `carried1`,
  `step6`.`text0` as `text0`,
  `step6`.`unit0` as `unit0`,
  `step6`.`value0` as `value0`,
  `step6`.`clean1` as `clean1`,
  `step6`.`text1` as `text1`,
  `step6`.`value1` as `value1`,
  `step6`.`text2` as `text2`,
  `step6`.`unit2` as `unit2`,
  `step6`.`value2` as `value2`,
  `step6`.`dividend0` as `dividend0`,
  `step6`.`divisor0` as `divisor0`,
  `step6`.`dividend1` as `dividend1`,
  `step6`.`divisor1` as `divisor1`,
  `step6`.`dividend2` as `dividend2`,
  `step6`.`divisor2` as `divisor2`,
  cast((abs(`step6`.`dividend0`) - mod(abs(`step6`.`dividend0`), `step6`.`divisor0`)) / `step6`.`divisor0` as decimal(65, 0)) as `quotient0`,
  mod(abs(`step6`.`dividend0`), `step6`.`divisor0`) as `remainder0`,
  cast((abs(`step6`.`dividend1`) - mod(abs(`step6`.`dividend1`), `step6`.`divisor1`)) / `step6`.`divisor1` as decimal(65, 0)) as `quotient1`,
  mod(abs(`step6`.`dividend1`), `step6`.`divisor1`) as `remainder1`,
  cast((abs(`step6`.`dividend2`) - mod(abs(`step6`.`dividend2`), `step6`.`divisor2`)) / `step6`.`divisor2` as decimal(65, 0)) as `quotient2`,
  mod(abs(`step6`.`dividend2`), `step6`.`divisor2`) as `remainder2`
from (select
  `step5`.`carried0` as `carried0`,
  `step5`.`carried1` as `carried1`,
  `step5`.`text0` as `text0`,
  `step5`.`unit0` as `unit0`,
  `step5`.`value0` as `value0`,
  `step5`.`clean1` as `clean1`,
  `step5`.`text1` as `text1`,
  `step5`.`value1` as `value1`,
  `step5`.`text2` as `text2`,
  `step5`.`unit2` as `unit2`,
  `step5`.`value2` as `value2`,
  (cast(`step5`.`value0` * 100 as decimal(65, 0)) * cast(`u0`.`numerator` as decimal(65, 0)) * cast(100000000 as decimal(65, 0))) as `dividend0`,
  (cast(`u0`.`denominator` as decimal(65, 0)) * cast(1 as decimal(65, 0))) as `divisor0`,
  (cast(`step5`.`value1` * 1 as decimal(65, 0)) * cast(`u1`.`numerator` as decimal(65, 0)) * cast(10000 as decimal(65, 0))) as `dividend1`,
  (cast(`u1`.`denominator` as decimal(65, 0)) * cast(1 as decimal(65, 0))) as `divisor1`,
  (((cast(`step5`.`value2` * 100 as decimal(65, 0)) + cast(`u2`.`base_offset` * 100 as decimal(65, 0))) * cast(`u2`.`numerator` as decimal(65, 0)) * cast(1 as decimal(65, 0))) - cast(`u2`.`denominator` as decimal(65, 0)) * cast(27315 as decimal(65, 0))) as `dividend2`,
  (cast(`u2`.`denominator` as decimal(65, 0)) * cast(1 as decimal(65, 0))) as `divisor2`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`text0` as `text0`,
  `step4`.`unit0` as `unit0`,
  case when (
    (octet_length(`step4`.`number0`) <= 1000)
    and (`step4`.`number0` regexp '^(?:[+-]?(?:[0-9]+(?:\\.[0-9]{1,2}0*)?|\\.[0-9]{1,2}0*))\\z')
    and (char_length(regexp_replace(substring_index(`step4`.`number0`, '.', 1), '^[+-]?0*', '')) <= 4)
  ) then cast(`step4`.`number0` as decimal(6, 2)) end as `value0`,
  `step4`.`clean1` as `clean1`,
  `step4`.`text1` as `text1`,
  `step4`.`value1` as `value1`,
  `step4`.`text2` as `text2`,
  `step4`.`unit2` as `unit2`,
  case when (
    (octet_length(`step4`.`number2`) <= 1000)
    and (`step4`.`number2` regexp '^(?:[+-]?(?:[0-9]+(?:\\.[0-9]{1,1}0*)?|\\.[0-9]{1,1}0*))\\z')
    and (char_length(regexp_replace(substring_index(`step4`.`number2`, '.', 1), '^[+-]?0*', '')) <= 4)
  ) then cast(`step4`.`number2` as decimal(5, 1)) end as `value2`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`text0` as `text0`,
  case when lower(`step3`.`written0`) in (
    (_utf8mb4'kg' collate utf8mb4_0900_bin),
    (_utf8mb4'kgs' collate utf8mb4_0900_bin),
    (_utf8mb4'kilo' collate utf8mb4_0900_bin),
    (_utf8mb4'kilos' collate utf8mb4_0900_bin),
    (_utf8mb4'kilogram' collate utf8mb4_0900_bin),
    (_utf8mb4'kilograms' collate utf8mb4_0900_bin),
    (_utf8mb4'kilogramme' collate utf8mb4_0900_bin),
    (_utf8mb4'kilogrammes' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'kg' collate utf8mb4_0900_bin) when lower(`step3`.`written0`) in (
    (_utf8mb4'lb' collate utf8mb4_0900_bin),
    (_utf8mb4'lbs' collate utf8mb4_0900_bin),
    (_utf8mb4'pound' collate utf8mb4_0900_bin),
    (_utf8mb4'pounds' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'lb' collate utf8mb4_0900_bin) end as `unit0`,
  `step3`.`number0` as `number0`,
  `step3`.`clean1` as `clean1`,
  `step3`.`text1` as `text1`,
  `step3`.`value1` as `value1`,
  `step3`.`text2` as `text2`,
  case when `step3`.`written2` in ((_utf8mb4'K' collate utf8mb4_0900_bin)) then (_utf8mb4'K' collate utf8mb4_0900_bin) when lower(`step3`.`written2`) in (
    (_utf8mb4'kelvin' collate utf8mb4_0900_bin),
    (_utf8mb4'kelvins' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'K' collate utf8mb4_0900_bin) when `step3`.`written2` in (
    (_utf8mb4'°C' collate utf8mb4_0900_bin),
    (_utf8mb4'ºC' collate utf8mb4_0900_bin),
    (_utf8mb4'℃' collate utf8mb4_0900_bin),
    (_utf8mb4'° C' collate utf8mb4_0900_bin),
    (_utf8mb4'C' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'degC' collate utf8mb4_0900_bin) when lower(`step3`.`written2`) in (
    (_utf8mb4'celsius' collate utf8mb4_0900_bin),
    (_utf8mb4'centigrade' collate utf8mb4_0900_bin),
    (_utf8mb4'degc' collate utf8mb4_0900_bin),
    (_utf8mb4'deg c' collate utf8mb4_0900_bin),
    (_utf8mb4'degree celsius' collate utf8mb4_0900_bin),
    (_utf8mb4'degrees celsius' collate utf8mb4_0900_bin),
    (_utf8mb4'degrees c' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'degC' collate utf8mb4_0900_bin) when `step3`.`written2` in (
    (_utf8mb4'°F' collate utf8mb4_0900_bin),
    (_utf8mb4'ºF' collate utf8mb4_0900_bin),
    (_utf8mb4'℉' collate utf8mb4_0900_bin),
    (_utf8mb4'° F' collate utf8mb4_0900_bin),
    (_utf8mb4'F' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'degF' collate utf8mb4_0900_bin) when lower(`step3`.`written2`) in (
    (_utf8mb4'fahrenheit' collate utf8mb4_0900_bin),
    (_utf8mb4'degf' collate utf8mb4_0900_bin),
    (_utf8mb4'deg f' collate utf8mb4_0900_bin),
    (_utf8mb4'degree fahrenheit' collate utf8mb4_0900_bin),
    (_utf8mb4'degrees fahrenheit' collate utf8mb4_0900_bin),
    (_utf8mb4'degrees f' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'degF' collate utf8mb4_0900_bin) when `step3`.`written2` in ((_utf8mb4'°R' collate utf8mb4_0900_bin)) then (_utf8mb4'degR' collate utf8mb4_0900_bin) when lower(`step3`.`written2`) in (
    (_utf8mb4'rankine' collate utf8mb4_0900_bin),
    (_utf8mb4'degrees rankine' collate utf8mb4_0900_bin)
  ) then (_utf8mb4'degR' collate utf8mb4_0900_bin) end as `unit2`,
  `step3`.`number2` as `number2`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`text0` as `text0`,
  case when left(`step2`.`beginning0`, 1) between '!' and '~' and right(`step2`.`beginning0`, 1) between '!' and '~' then `step2`.`beginning0` else reverse(regexp_replace(reverse(regexp_replace(`step2`.`beginning0`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end as `number0`,
  trim(trailing '.' from case when left(substring(`step2`.`text0`, char_length(`step2`.`beginning0`) + 1), 1) between '!' and '~' and right(substring(`step2`.`text0`, char_length(`step2`.`beginning0`) + 1), 1) between '!' and '~' then substring(`step2`.`text0`, char_length(`step2`.`beginning0`) + 1) else reverse(regexp_replace(reverse(regexp_replace(substring(`step2`.`text0`, char_length(`step2`.`beginning0`) + 1), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end) as `written0`,
  `step2`.`clean1` as `clean1`,
  `step2`.`text1` as `text1`,
  case when `step2`.`clean1` is not null then `step2`.`clean1` when `step2`.`text1` is not null then case when (
    (octet_length(`step2`.`text1`) <= 1000)
    and (`step2`.`text1` regexp '^(?:[+-]?[0-9]+(?:\\.0+)?)\\z')
    and ((char_length(regexp_replace(substring_index(`step2`.`text1`, '.', 1), '^[+-]?0*', '')) < 10 or char_length(regexp_replace(substring_index(`step2`.`text1`, '.', 1), '^[+-]?0*', '')) = 10 and regexp_replace(substring_index(`step2`.`text1`, '.', 1), '^[+-]?0*', '') <= case when `step2`.`text1` like '-%' then '2147483648' else '2147483647' end))
  ) then cast(substring_index(`step2`.`text1`, '.', 1) as signed) end end as `value1`,
  `step2`.`text2` as `text2`,
  case when left(`step2`.`beginning2`, 1) between '!' and '~' and right(`step2`.`beginning2`, 1) between '!' and '~' then `step2`.`beginning2` else reverse(regexp_replace(reverse(regexp_replace(`step2`.`beginning2`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end as `number2`,
  trim(trailing '.' from case when left(substring(`step2`.`text2`, char_length(`step2`.`beginning2`) + 1), 1) between '!' and '~' and right(substring(`step2`.`text2`, char_length(`step2`.`beginning2`) + 1), 1) between '!' and '~' then substring(`step2`.`text2`, char_length(`step2`.`beginning2`) + 1) else reverse(regexp_replace(reverse(regexp_replace(substring(`step2`.`text2`, char_length(`step2`.`beginning2`) + 1), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end) as `written2`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`text0` as `text0`,
  regexp_substr(`step1`.`text0`, '^[0-9+\\-\\x{2212}\\x{2013}., \\x{A0}\\x{2009}\\x{202F}]*') as `beginning0`,
  `step1`.`clean1` as `clean1`,
  case when `step1`.`clean1` is null then nullif(case when left(`step1`.`raw1`, 1) between '!' and '~' and right(`step1`.`raw1`, 1) between '!' and '~' then `step1`.`raw1` else reverse(regexp_replace(reverse(regexp_replace(`step1`.`raw1`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text1`,
  `step1`.`text2` as `text2`,
  regexp_substr(`step1`.`text2`, '^[0-9+\\-\\x{2212}\\x{2013}., \\x{A0}\\x{2009}\\x{202F}]*') as `beginning2`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  nullif(case when left(`b`.`weight`, 1) between '!' and '~' and right(`b`.`weight`, 1) between '!' and '~' then `b`.`weight` else reverse(regexp_replace(reverse(regexp_replace(`b`.`weight`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) as `text0`,
  `b`.`length_in` as `raw1`,
  case when `b`.`length_in` regexp '^-?[0-9]{1,9}\\z' then cast(`b`.`length_in` as signed) end as `clean1`,
  nullif(case when left(`b`.`heat`, 1) between '!' and '~' and right(`b`.`heat`, 1) between '!' and '~' then `b`.`heat` else reverse(regexp_replace(reverse(regexp_replace(`b`.`heat`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) as `text2`
from `bronze_parcels` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'parcels' collate utf8mb4_0900_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    ) limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3` limit 18446744073709551615) as `step4` limit 18446744073709551615) as `step5`
  left outer join `silver_dim_units` as `u0`
    on (`u0`.`code` = `step5`.`unit0`)
  left outer join `silver_dim_units` as `u1`
    on (`u1`.`code` = case when `step5`.`value1` is not null then (_utf8mb4'in' collate utf8mb4_0900_bin) end)
  left outer join `silver_dim_units` as `u2`
    on (`u2`.`code` = `step5`.`unit2`) limit 18446744073709551615) as `step6` limit 18446744073709551615) as `step7` limit 18446744073709551615) as `step8`;

-- duplicates of silver_parcels
create table `silver_parcels__duplicates__next` (
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
from `silver_parcels__stage` as `d`
where (1 = 0);

-- rejects of silver_parcels
create table `silver_parcels__rejects__next` (
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
  case `v`.`number` when 0 then `b`.`weight` when 1 then `b`.`weight` when 2 then `b`.`length_in` when 3 then `b`.`heat` when 4 then `b`.`heat` end as `value`,
  (cast(null as char character set utf8mb4) collate utf8mb4_0900_bin) as `witness_batch_id`,
  cast(null as signed) as `witness_row_number`
from `silver_parcels__stage` as `s`
  straight_join (
    values
      row (
        0,
        (_utf8mb4'weight: not a number' collate utf8mb4_0900_bin),
        (_utf8mb4'weight' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        1,
        (_utf8mb4'weight: not a known unit' collate utf8mb4_0900_bin),
        (_utf8mb4'weight' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        2,
        (_utf8mb4'length_in: not an integer' collate utf8mb4_0900_bin),
        (_utf8mb4'length_in' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        3,
        (_utf8mb4'heat: not a number' collate utf8mb4_0900_bin),
        (_utf8mb4'heat' collate utf8mb4_0900_bin),
        'REJECT'
      ),
      row (
        4,
        (_utf8mb4'heat: not a known unit' collate utf8mb4_0900_bin),
        (_utf8mb4'heat' collate utf8mb4_0900_bin),
        'REJECT'
      )
  ) as `v` (`number`, `rule`, `column_name`, `action`)
    on (`s`.`_reasons` like concat('%,', `v`.`number`, ',%'))
  straight_join `bronze_parcels` as `b`
    on (`b`.`_batch_id` = `s`.`_batch_id` and `b`.`_row_number` = `s`.`_row_number`)
where (`s`.`_reasons` is not null);

-- rows of silver_parcels
create table `silver_parcels__next` (
  `weight` decimal(6, 2),
  `weight_unit` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `weight_kg` decimal(15, 10),
  `length_in` int,
  `length_in_unit` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `length_cm` decimal(13, 2),
  `heat` decimal(5, 1),
  `heat_unit` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `heat_degc` decimal(7, 2),
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint
) as
select
  `s`.`weight`,
  `s`.`weight_unit`,
  `s`.`weight_kg`,
  `s`.`length_in`,
  `s`.`length_in_unit`,
  `s`.`length_cm`,
  `s`.`heat`,
  `s`.`heat_unit`,
  `s`.`heat_degc`,
  `s`.`_batch_id`,
  `s`.`_row_number`
from `silver_parcels__stage` as `s`
where (`s`.`_reasons` is null);

-- audit silver_parcels
set session default_storage_engine = coalesce((select min(`problem`) from (
select
  case when `c`.`bronze_rows` <> `c`.`kept` + `c`.`rejected` + `c`.`duplicates` then concat((_utf8mb4'silver_parcels: ' collate utf8mb4_0900_bin), `c`.`bronze_rows`, ' rows of Bronze are not ', `c`.`kept`, ' kept, ', `c`.`rejected`, ' rejected and ', `c`.`duplicates`, ' duplicates') when `c`.`repeated` > 0 then concat((_utf8mb4'silver_parcels: ' collate utf8mb4_0900_bin), `c`.`repeated`, ' addresses occur more than once') end as `problem`,
  `c`.`bronze_rows`,
  `c`.`kept`,
  `c`.`rejected`,
  `c`.`duplicates`
from (select
  (select count(*) from `bronze_parcels` as `b` where exists (select 1 from `medallion_batches` as `x` where (
    (`x`.`table_name` = (_utf8mb4'parcels' collate utf8mb4_0900_bin))
    and (`x`.`batch_id` = `b`.`_batch_id`)
    and (`x`.`in_force`)
  ))) as `bronze_rows`,
  (select count(*) from `silver_parcels__next`) as `kept`,
  (select count(*) from (select distinct `_batch_id`, `_row_number` from `silver_parcels__rejects__next`) as `addresses`) as `rejected`,
  (select count(*) from `silver_parcels__duplicates__next`) as `duplicates`,
  (select coalesce(sum(`more`), 0) from (select count(*) - 1 as `more` from `silver_parcels__next` group by `_batch_id`, `_row_number` having count(*) > 1) as `twice`) as `repeated`
 limit 18446744073709551615) as `c`
) as `audited`), @@session.default_storage_engine);

-- make room for silver_parcels
create table if not exists `silver_parcels` like `silver_parcels__next`;

-- make room for silver_parcels__rejects
create table if not exists `silver_parcels__rejects` like `silver_parcels__rejects__next`;

-- make room for silver_parcels__duplicates
create table if not exists `silver_parcels__duplicates` like `silver_parcels__duplicates__next`;

begin;

-- let no reader wait for long
set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1;

-- publish
rename table 
  `silver_parcels` to `silver_parcels__old`, `silver_parcels__next` to `silver_parcels`,
  `silver_parcels__rejects` to `silver_parcels__rejects__old`, `silver_parcels__rejects__next` to `silver_parcels__rejects`,
  `silver_parcels__duplicates` to `silver_parcels__duplicates__old`, `silver_parcels__duplicates__next` to `silver_parcels__duplicates`;

-- wait as before
set session lock_wait_timeout = @medallion_waited, @medallion_waited = null;

commit;

-- remove silver_parcels__old
drop table if exists `silver_parcels__old`;

-- remove silver_parcels__rejects__old
drop table if exists `silver_parcels__rejects__old`;

-- remove silver_parcels__duplicates__old
drop table if exists `silver_parcels__duplicates__old`;

-- remove silver_parcels__stage
drop table if exists `silver_parcels__stage`;
