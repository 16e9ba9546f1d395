-- remove silver.parcels__next
drop table if exists "silver"."parcels__next";

-- remove silver.parcels__rejects__next
drop table if exists "silver"."parcels__rejects__next";

-- remove silver.parcels__duplicates__next
drop table if exists "silver"."parcels__duplicates__next";

-- remove silver.parcels__stage
drop table if exists "silver"."parcels__stage";

-- table silver.dim_units
create table if not exists "silver"."dim_units" (
  "code" text collate "C" not null,
  "dimension" text collate "C" not null,
  "name" text collate "C" not null,
  "ucum" text collate "C" not null,
  "base" text collate "C" not null,
  "numerator" decimal(38, 0) not null,
  "denominator" decimal(38, 0) not null,
  "base_offset" decimal(10, 2) not null
);

-- remove what are no units of LENGTH
delete from "silver"."dim_units" where "dimension" = 'LENGTH' and ("code", "numerator", "denominator", "base_offset") not in (
  (
    'm',
    1,
    1,
    0
  ),
  (
    'km',
    1000,
    1,
    0
  ),
  (
    'dm',
    1,
    10,
    0
  ),
  (
    'cm',
    1,
    100,
    0
  ),
  (
    'mm',
    1,
    1000,
    0
  ),
  (
    'um',
    1,
    1000000,
    0
  ),
  (
    'nm',
    1,
    1000000000,
    0
  ),
  (
    'in',
    127,
    5000,
    0
  ),
  (
    'ft',
    381,
    1250,
    0
  ),
  (
    'yd',
    1143,
    1250,
    0
  ),
  (
    'mi',
    201168,
    125,
    0
  ),
  (
    'nmi',
    1852,
    1,
    0
  ),
  (
    'mil',
    127,
    5000000,
    0
  ),
  (
    'fathom',
    1143,
    625,
    0
  ),
  (
    'furlong',
    25146,
    125,
    0
  ),
  (
    'ly',
    9460730472580800,
    1,
    0
  )
);

-- add units of LENGTH
insert into "silver"."dim_units" (
  "code",
  "dimension",
  "name",
  "ucum",
  "base",
  "numerator",
  "denominator",
  "base_offset"
)
select 
  'm',
  'LENGTH',
  'metre',
  'm',
  'm',
  1,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'm')
union all select 
  'km',
  'LENGTH',
  'kilometre',
  'km',
  'm',
  1000,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'km')
union all select 
  'dm',
  'LENGTH',
  'decimetre',
  'dm',
  'm',
  1,
  10,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'dm')
union all select 
  'cm',
  'LENGTH',
  'centimetre',
  'cm',
  'm',
  1,
  100,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'cm')
union all select 
  'mm',
  'LENGTH',
  'millimetre',
  'mm',
  'm',
  1,
  1000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'mm')
union all select 
  'um',
  'LENGTH',
  'micrometre',
  'um',
  'm',
  1,
  1000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'um')
union all select 
  'nm',
  'LENGTH',
  'nanometre',
  'nm',
  'm',
  1,
  1000000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'nm')
union all select 
  'in',
  'LENGTH',
  'inch',
  '[in_i]',
  'm',
  127,
  5000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'in')
union all select 
  'ft',
  'LENGTH',
  'foot',
  '[ft_i]',
  'm',
  381,
  1250,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'ft')
union all select 
  'yd',
  'LENGTH',
  'yard',
  '[yd_i]',
  'm',
  1143,
  1250,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'yd')
union all select 
  'mi',
  'LENGTH',
  'mile',
  '[mi_i]',
  'm',
  201168,
  125,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'mi')
union all select 
  'nmi',
  'LENGTH',
  'nautical mile',
  '[nmi_i]',
  'm',
  1852,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'nmi')
union all select 
  'mil',
  'LENGTH',
  'mil',
  '[mil_i]',
  'm',
  127,
  5000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'mil')
union all select 
  'fathom',
  'LENGTH',
  'fathom',
  '[fth_i]',
  'm',
  1143,
  625,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'fathom')
union all select 
  'furlong',
  'LENGTH',
  'furlong',
  '',
  'm',
  25146,
  125,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'furlong')
union all select 
  'ly',
  'LENGTH',
  'light-year',
  '[ly]',
  'm',
  9460730472580800,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'ly');

-- remove what are no units of MASS
delete from "silver"."dim_units" where "dimension" = 'MASS' and ("code", "numerator", "denominator", "base_offset") not in (
  (
    'kg',
    1,
    1,
    0
  ),
  (
    'g',
    1,
    1000,
    0
  ),
  (
    'mg',
    1,
    1000000,
    0
  ),
  (
    'ug',
    1,
    1000000000,
    0
  ),
  (
    't',
    1000,
    1,
    0
  ),
  (
    'lb',
    45359237,
    100000000,
    0
  ),
  (
    'oz',
    45359237,
    1600000000,
    0
  ),
  (
    'gr',
    6479891,
    100000000000,
    0
  ),
  (
    'st',
    317514659,
    50000000,
    0
  ),
  (
    'ton_us',
    45359237,
    50000,
    0
  ),
  (
    'ton_uk',
    317514659,
    312500,
    0
  ),
  (
    'oz_t',
    19439673,
    625000000,
    0
  ),
  (
    'ct',
    1,
    5000,
    0
  )
);

-- add units of MASS
insert into "silver"."dim_units" (
  "code",
  "dimension",
  "name",
  "ucum",
  "base",
  "numerator",
  "denominator",
  "base_offset"
)
select 
  'kg',
  'MASS',
  'kilogram',
  'kg',
  'kg',
  1,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'kg')
union all select 
  'g',
  'MASS',
  'gram',
  'g',
  'kg',
  1,
  1000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'g')
union all select 
  'mg',
  'MASS',
  'milligram',
  'mg',
  'kg',
  1,
  1000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'mg')
union all select 
  'ug',
  'MASS',
  'microgram',
  'ug',
  'kg',
  1,
  1000000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'ug')
union all select 
  't',
  'MASS',
  'tonne',
  't',
  'kg',
  1000,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 't')
union all select 
  'lb',
  'MASS',
  'pound',
  '[lb_av]',
  'kg',
  45359237,
  100000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'lb')
union all select 
  'oz',
  'MASS',
  'ounce',
  '[oz_av]',
  'kg',
  45359237,
  1600000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'oz')
union all select 
  'gr',
  'MASS',
  'grain',
  '[gr]',
  'kg',
  6479891,
  100000000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'gr')
union all select 
  'st',
  'MASS',
  'stone',
  '[stone_av]',
  'kg',
  317514659,
  50000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'st')
union all select 
  'ton_us',
  'MASS',
  'short ton',
  '[ston_av]',
  'kg',
  45359237,
  50000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'ton_us')
union all select 
  'ton_uk',
  'MASS',
  'long ton',
  '[lton_av]',
  'kg',
  317514659,
  312500,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'ton_uk')
union all select 
  'oz_t',
  'MASS',
  'troy ounce',
  '[oz_tr]',
  'kg',
  19439673,
  625000000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'oz_t')
union all select 
  'ct',
  'MASS',
  'carat',
  '[car_m]',
  'kg',
  1,
  5000,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'ct');

-- remove what are no units of TEMPERATURE
delete from "silver"."dim_units" where "dimension" = 'TEMPERATURE' and ("code", "numerator", "denominator", "base_offset") not in (
  (
    'K',
    1,
    1,
    0
  ),
  (
    'degC',
    1,
    1,
    273.15
  ),
  (
    'degF',
    5,
    9,
    459.67
  ),
  (
    'degR',
    5,
    9,
    0
  )
);

-- add units of TEMPERATURE
insert into "silver"."dim_units" (
  "code",
  "dimension",
  "name",
  "ucum",
  "base",
  "numerator",
  "denominator",
  "base_offset"
)
select 
  'K',
  'TEMPERATURE',
  'kelvin',
  'K',
  'K',
  1,
  1,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'K')
union all select 
  'degC',
  'TEMPERATURE',
  'degree Celsius',
  'Cel',
  'K',
  1,
  1,
  273.15
 where not exists (select 1 from "silver"."dim_units" where "code" = 'degC')
union all select 
  'degF',
  'TEMPERATURE',
  'degree Fahrenheit',
  '[degF]',
  'K',
  5,
  9,
  459.67
 where not exists (select 1 from "silver"."dim_units" where "code" = 'degF')
union all select 
  'degR',
  'TEMPERATURE',
  'degree Rankine',
  '',
  'K',
  5,
  9,
  0
 where not exists (select 1 from "silver"."dim_units" where "code" = 'degR');

-- type and judge the rows of silver.parcels
create table "silver"."parcels__next" with (autovacuum_enabled = false) as
select
  "step8"."value0" as "weight",
  "step8"."unit0" as "weight_unit",
  "step8"."normalised0" as "weight_kg",
  "step8"."value1" as "length_in",
  case when "step8"."value1" is not null then 'in' end as "length_in_unit",
  "step8"."normalised1" as "length_cm",
  "step8"."value2" as "heat",
  "step8"."unit2" as "heat_unit",
  "step8"."normalised2" as "heat_degc",
  "step8"."carried0" as "_batch_id",
  "step8"."carried1" as "_row_number",
  case when (
    ("step8"."value0" is null and "step8"."text0" is not null)
    or ("step8"."unit0" is null and "step8"."text0" is not null)
    or ("step8"."value1" is null and "step8"."text1" is not null)
    or ("step8"."value2" is null and "step8"."text2" is not null)
    or ("step8"."unit2" is null and "step8"."text2" is not null)
  ) then concat(',', 
    case when ("step8"."value0" is null and "step8"."text0" is not null) then '0,' else '' end,
    case when ("step8"."unit0" is null and "step8"."text0" is not null) then '1,' else '' end,
    case when ("step8"."value1" is null and "step8"."text1" is not null) then '2,' else '' end,
    case when ("step8"."value2" is null and "step8"."text2" is not null) then '3,' else '' end,
    case when ("step8"."unit2" is null and "step8"."text2" is not null) then '4,' else '' end
  ) end as "_reasons",
  (cast(null as text) collate "C") as "_warnings"
from (select
  "step7"."carried0" as "carried0",
  "step7"."carried1" as "carried1",
  "step7"."text0" as "text0",
  "step7"."unit0" as "unit0",
  "step7"."value0" as "value0",
  "step7"."clean1" as "clean1",
  "step7"."text1" as "text1",
  "step7"."value1" as "value1",
  "step7"."text2" as "text2",
  "step7"."unit2" as "unit2",
  "step7"."value2" as "value2",
  "step7"."dividend0" as "dividend0",
  "step7"."divisor0" as "divisor0",
  "step7"."dividend1" as "dividend1",
  "step7"."divisor1" as "divisor1",
  "step7"."dividend2" as "dividend2",
  "step7"."divisor2" as "divisor2",
  "step7"."quotient0" as "quotient0",
  "step7"."remainder0" as "remainder0",
  "step7"."quotient1" as "quotient1",
  "step7"."remainder1" as "remainder1",
  "step7"."quotient2" as "quotient2",
  "step7"."remainder2" as "remainder2",
  cast(((case when "step7"."dividend0" < 0 then -1 else 1 end * ("step7"."quotient0" + case when "step7"."remainder0" * 2 > "step7"."divisor0" or "step7"."remainder0" * 2 = "step7"."divisor0" and mod(abs("step7"."quotient0"), cast(2 as numeric)) = 1 then 1 else 0 end)) * 0.0000000001) as decimal(15, 10)) as "normalised0",
  cast(((case when "step7"."dividend1" < 0 then -1 else 1 end * ("step7"."quotient1" + case when "step7"."remainder1" * 2 > "step7"."divisor1" or "step7"."remainder1" * 2 = "step7"."divisor1" and mod(abs("step7"."quotient1"), cast(2 as numeric)) = 1 then 1 else 0 end)) * 0.01) as decimal(13, 2)) as "normalised1",
  cast(((case when "step7"."dividend2" < 0 then -1 else 1 end * ("step7"."quotient2" + case when "step7"."remainder2" * 2 > "step7"."divisor2" or "step7"."remainder2" * 2 = "step7"."divisor2" and mod(abs("step7"."quotient2"), cast(2 as numeric)) = 1 then 1 else 0 end)) * 0.01) as decimal(7, 2)) as "normalised2"
from (select
  "step6"."carried0" as "carried0",
  "step6"."carried1" as "carried1",
  "step6"."text0" as "text0",
  "step6"."unit0" as "unit0",
  "step6"."value0" as "value0",
  "step6"."clean1" as "clean1",
  "step6"."text1" as "text1",
  "step6"."value1" as "value1",
  "step6"."text2" as "text2",
  "step6"."unit2" as "unit2",
  "step6"."value2" as "value2",
  "step6"."dividend0" as "dividend0",
  "step6"."divisor0" as "divisor0",
  "step6"."dividend1" as "dividend1",
  "step6"."divisor1" as "divisor1",
  "step6"."dividend2" as "dividend2",
  "step6"."divisor2" as "divisor2",
  div(abs("step6"."dividend0"), "step6"."divisor0") as "quotient0",
  mod(abs("step6"."dividend0"), "step6"."divisor0") as "remainder0",
  div(abs("step6"."dividend1"), "step6"."divisor1") as "quotient1",
  mod(abs("step6"."dividend1"), "step6"."divisor1") as "remainder1",
  div(abs("step6"."dividend2"), "step6"."divisor2") as "quotient2",
  mod(abs("step6"."dividend2"), "step6"."divisor2") as "remainder2"
from (select
  "step5"."carried0" as "carried0",
  "step5"."carried1" as "carried1",
  "step5"."text0" as "text0",
  "step5"."unit0" as "unit0",
  "step5"."value0" as "value0",
  "step5"."clean1" as "clean1",
  "step5"."text1" as "text1",
  "step5"."value1" as "value1",
  "step5"."text2" as "text2",
  "step5"."unit2" as "unit2",
  "step5"."value2" as "value2",
  (trunc("step5"."value0" * cast(100 as numeric)) * cast("u0"."numerator" as numeric) * cast(100000000 as numeric)) as "dividend0",
  (cast("u0"."denominator" as numeric) * cast(1 as numeric)) as "divisor0",
  (trunc("step5"."value1" * cast(1 as numeric)) * cast("u1"."numerator" as numeric) * cast(10000 as numeric)) as "dividend1",
  (cast("u1"."denominator" as numeric) * cast(1 as numeric)) as "divisor1",
  (((trunc("step5"."value2" * cast(100 as numeric)) + trunc("u2"."base_offset" * cast(100 as numeric))) * cast("u2"."numerator" as numeric) * cast(1 as numeric)) - cast("u2"."denominator" as numeric) * cast(27315 as numeric)) as "dividend2",
  (cast("u2"."denominator" as numeric) * cast(1 as numeric)) as "divisor2"
from (select
  "step4"."carried0" as "carried0",
  "step4"."carried1" as "carried1",
  "step4"."text0" as "text0",
  "step4"."unit0" as "unit0",
  case when (
    ("step4"."number0" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]{1,2}0*)?|\.[0-9]{1,2}0*))$')
    and (octet_length("step4"."number0") <= 1000)
    and (char_length(ltrim(split_part("step4"."number0", '.', 1), '+-0')) <= 4)
  ) then cast("step4"."number0" as decimal(6, 2)) end as "value0",
  "step4"."clean1" as "clean1",
  "step4"."text1" as "text1",
  "step4"."value1" as "value1",
  "step4"."text2" as "text2",
  "step4"."unit2" as "unit2",
  case when (
    ("step4"."number2" ~ '^(?:[+-]?(?:[0-9]+(?:\.[0-9]{1,1}0*)?|\.[0-9]{1,1}0*))$')
    and (octet_length("step4"."number2") <= 1000)
    and (char_length(ltrim(split_part("step4"."number2", '.', 1), '+-0')) <= 4)
  ) then cast("step4"."number2" as decimal(5, 1)) end as "value2"
from (select
  "step3"."carried0" as "carried0",
  "step3"."carried1" as "carried1",
  "step3"."text0" as "text0",
  case when lower("step3"."written0") in (
    'kg',
    'kgs',
    'kilo',
    'kilos',
    'kilogram',
    'kilograms',
    'kilogramme',
    'kilogrammes'
  ) then 'kg' when lower("step3"."written0") in ('lb', 'lbs', 'pound', 'pounds') then 'lb' end as "unit0",
  "step3"."number0" as "number0",
  "step3"."clean1" as "clean1",
  "step3"."text1" as "text1",
  "step3"."value1" as "value1",
  "step3"."text2" as "text2",
  case when "step3"."written2" in ('K') then 'K' when lower("step3"."written2") in ('kelvin', 'kelvins') then 'K' when "step3"."written2" in (
    '°C',
    'ºC',
    '℃',
    '° C',
    'C'
  ) then 'degC' when lower("step3"."written2") in (
    'celsius',
    'centigrade',
    'degc',
    'deg c',
    'degree celsius',
    'degrees celsius',
    'degrees c'
  ) then 'degC' when "step3"."written2" in (
    '°F',
    'ºF',
    '℉',
    '° F',
    'F'
  ) then 'degF' when lower("step3"."written2") in (
    'fahrenheit',
    'degf',
    'deg f',
    'degree fahrenheit',
    'degrees fahrenheit',
    'degrees f'
  ) then 'degF' when "step3"."written2" in ('°R') then 'degR' when lower("step3"."written2") in ('rankine', 'degrees rankine') then 'degR' end as "unit2",
  "step3"."number2" as "number2"
from (select
  "step2"."carried0" as "carried0",
  "step2"."carried1" as "carried1",
  "step2"."text0" as "text0",
  case when left("step2"."beginning0", 1) collate "C" between '!' and '~' and right("step2"."beginning0", 1) collate "C" between '!' and '~' then "step2"."beginning0" else regexp_replace("step2"."beginning0", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end as "number0",
  trim(trailing '.' from case when left(substring("step2"."text0", char_length("step2"."beginning0") + 1), 1) collate "C" between '!' and '~' and right(substring("step2"."text0", char_length("step2"."beginning0") + 1), 1) collate "C" between '!' and '~' then substring("step2"."text0", char_length("step2"."beginning0") + 1) else regexp_replace(substring("step2"."text0", char_length("step2"."beginning0") + 1), '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end) as "written0",
  "step2"."clean1" as "clean1",
  "step2"."text1" as "text1",
  case when "step2"."clean1" is not null then "step2"."clean1" when "step2"."text1" is not null then case when (
    ("step2"."text1" ~ '^(?:[+-]?[0-9]+(?:\.0+)?)$')
    and (octet_length("step2"."text1") <= 1000)
    and ((char_length(ltrim(split_part("step2"."text1", '.', 1), '+-0')) < 10 or char_length(ltrim(split_part("step2"."text1", '.', 1), '+-0')) = 10 and ltrim(split_part("step2"."text1", '.', 1), '+-0') collate "C" <= case when "step2"."text1" like '-%' then '2147483648' else '2147483647' end))
  ) then cast(split_part("step2"."text1", '.', 1) as integer) end end as "value1",
  "step2"."text2" as "text2",
  case when left("step2"."beginning2", 1) collate "C" between '!' and '~' and right("step2"."beginning2", 1) collate "C" between '!' and '~' then "step2"."beginning2" else regexp_replace("step2"."beginning2", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end as "number2",
  trim(trailing '.' from case when left(substring("step2"."text2", char_length("step2"."beginning2") + 1), 1) collate "C" between '!' and '~' and right(substring("step2"."text2", char_length("step2"."beginning2") + 1), 1) collate "C" between '!' and '~' then substring("step2"."text2", char_length("step2"."beginning2") + 1) else regexp_replace(substring("step2"."text2", char_length("step2"."beginning2") + 1), '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end) as "written2"
from (select
  "step1"."carried0" as "carried0",
  "step1"."carried1" as "carried1",
  "step1"."text0" as "text0",
  substring("step1"."text0" from '^[0-9+\-\u2212\u2013., \u00A0\u2009\u202F]*') as "beginning0",
  "step1"."clean1" as "clean1",
  case when "step1"."clean1" is null then nullif(case when left("step1"."raw1", 1) collate "C" between '!' and '~' and right("step1"."raw1", 1) collate "C" between '!' and '~' then "step1"."raw1" else regexp_replace("step1"."raw1", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') end as "text1",
  "step1"."text2" as "text2",
  substring("step1"."text2" from '^[0-9+\-\u2212\u2013., \u00A0\u2009\u202F]*') as "beginning2"
from (select
  "b"."_batch_id" as "carried0",
  "b"."_row_number" as "carried1",
  nullif(case when left("b"."weight", 1) collate "C" between '!' and '~' and right("b"."weight", 1) collate "C" between '!' and '~' then "b"."weight" else regexp_replace("b"."weight", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') as "text0",
  "b"."length_in" as "raw1",
  case when octet_length("b"."length_in") <= 9 and "b"."length_in" ~ '^-?[0-9]+$' then cast("b"."length_in" as integer) end as "clean1",
  nullif(case when left("b"."heat", 1) collate "C" between '!' and '~' and right("b"."heat", 1) collate "C" between '!' and '~' then "b"."heat" else regexp_replace("b"."heat", '^[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+|[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+$', '', 'g') end, '') as "text2"
from "bronze"."parcels" as "b"
  join "medallion"."batches" as "x"
    on (
      ("x"."table_name" = 'parcels')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    ) offset '0') as "step1" offset '0') as "step2" offset '0') as "step3" offset '0') as "step4" offset '0') as "step5"
  left outer join "silver"."dim_units" as "u0"
    on ("u0"."code" = "step5"."unit0")
  left outer join "silver"."dim_units" as "u1"
    on ("u1"."code" = case when "step5"."value1" is not null then 'in' end)
  left outer join "silver"."dim_units" as "u2"
    on ("u2"."code" = "step5"."unit2") offset '0') as "step6" offset '0') as "step7" offset '0') as "step8";

-- what was found wrong in silver.parcels
create table "silver"."parcels__stage" (
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_reasons" text collate "C",
  "_warnings" text collate "C"
);

-- take out what is refused
with "refused" as (delete from "silver"."parcels__next" where "_reasons" is not null returning "_batch_id", "_row_number", "_reasons", "_warnings")
insert into "silver"."parcels__stage" select "_batch_id", "_row_number", "_reasons", "_warnings" from "refused";

-- look at the size of silver.parcels__stage
analyze "silver"."parcels__stage";

-- duplicates of silver.parcels
create table "silver"."parcels__duplicates__next" with (autovacuum_enabled = false) as
select
  "d"."_batch_id",
  "d"."_row_number",
  "d"."_batch_id" as "winner_batch_id",
  "d"."_row_number" as "winner_row_number"
from "silver"."parcels__next" as "d"
where (1 = 0);

-- rejects of silver.parcels
create table "silver"."parcels__rejects__next" with (autovacuum_enabled = false) as
select
  "s"."_batch_id",
  "s"."_row_number",
  (cast("v"."rule" as text) collate "C") as "rule",
  (cast("v"."column_name" as text) collate "C") as "column_name",
  case "v"."number" when 0 then "b"."weight" when 1 then "b"."weight" when 2 then "b"."length_in" when 3 then "b"."heat" when 4 then "b"."heat" end as "value",
  (cast(null as text) collate "C") as "witness_batch_id",
  cast(null as bigint) as "witness_row_number"
from "silver"."parcels__stage" as "s"
  join (
    values
      (
        0,
        'weight: not a number',
        'weight',
        'REJECT'
      ),
      (
        1,
        'weight: not a known unit',
        'weight',
        'REJECT'
      ),
      (
        2,
        'length_in: not an integer',
        'length_in',
        'REJECT'
      ),
      (
        3,
        'heat: not a number',
        'heat',
        'REJECT'
      ),
      (
        4,
        'heat: not a known unit',
        'heat',
        'REJECT'
      )
  ) as "v" ("number", "rule", "column_name", "action")
    on ("s"."_reasons" like concat('%,', "v"."number", ',%'))
  join "bronze"."parcels" as "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."_reasons" is not null);

-- drop the reasons
alter table "silver"."parcels__next" drop column "_reasons";

-- drop the warnings
alter table "silver"."parcels__next" drop column "_warnings";

begin;

-- audit silver.parcels
select cast(coalesce("problem", '0') as integer) as "audit", "bronze_rows", "kept", "rejected", "duplicates"
from (
select
  case when "c"."bronze_rows" <> "c"."kept" + "c"."rejected" + "c"."duplicates" then concat('silver.parcels: ', "c"."bronze_rows", ' rows of Bronze are not ', "c"."kept", ' kept, ', "c"."rejected", ' rejected and ', "c"."duplicates", ' duplicates') when "c"."repeated" > 0 then concat('silver.parcels: ', "c"."repeated", ' addresses occur more than once') end as "problem",
  "c"."bronze_rows",
  "c"."kept",
  "c"."rejected",
  "c"."duplicates"
from (select
  (select count(*) from "bronze"."parcels" as "b" where exists (select 1 from "medallion"."batches" as "x" where (
    ("x"."table_name" = 'parcels')
    and ("x"."batch_id" = "b"."_batch_id")
    and ("x"."in_force")
  ))) as "bronze_rows",
  "seen"."kept" as "kept",
  (select count(*) from (select distinct "_batch_id", "_row_number" from "silver"."parcels__rejects__next") as "addresses") as "rejected",
  (select count(*) from "silver"."parcels__duplicates__next") as "duplicates",
  "seen"."repeated"
from (select cast(coalesce(sum("rows"), 0) as bigint) as "kept", cast(coalesce(sum("rows" - "different"), 0) as bigint) as "repeated" from (select count(*) as "rows", bit_count(bit_or(set_bit(cast(b'0' as bit(1024)), cast("_row_number" & 1023 as integer), 1))) as "different" from "silver"."parcels__next" group by "_batch_id", "_row_number" >> 10) as "near") as "seen" offset '0') as "c"
) as "audited";

-- let no reader wait for long
set local lock_timeout = '100ms';

-- remove silver.parcels
drop table if exists "silver"."parcels";

-- let silver.parcels__next be tidied
alter table "silver"."parcels__next" reset (autovacuum_enabled);

-- publish silver.parcels
alter table "silver"."parcels__next" rename to "parcels";

-- remove silver.parcels__rejects
drop table if exists "silver"."parcels__rejects";

-- let silver.parcels__rejects__next be tidied
alter table "silver"."parcels__rejects__next" reset (autovacuum_enabled);

-- publish silver.parcels__rejects
alter table "silver"."parcels__rejects__next" rename to "parcels__rejects";

-- remove silver.parcels__duplicates
drop table if exists "silver"."parcels__duplicates";

-- let silver.parcels__duplicates__next be tidied
alter table "silver"."parcels__duplicates__next" reset (autovacuum_enabled);

-- publish silver.parcels__duplicates
alter table "silver"."parcels__duplicates__next" rename to "parcels__duplicates";

commit;

-- remove silver.parcels__stage
drop table if exists "silver"."parcels__stage";
