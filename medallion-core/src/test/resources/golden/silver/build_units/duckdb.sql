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
  "code" varchar not null,
  "dimension" varchar not null,
  "name" varchar not null,
  "ucum" varchar not null,
  "base" varchar not null,
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
create table "silver"."parcels__next" as
select
  "step9"."value0" "weight",
  "step9"."unit0" "weight_unit",
  "step9"."normalised0" "weight_kg",
  "step9"."value1" "length_in",
  case when "step9"."value1" is not null then 'in' end "length_in_unit",
  "step9"."normalised1" "length_cm",
  "step9"."value2" "heat",
  "step9"."unit2" "heat_unit",
  "step9"."normalised2" "heat_degc",
  "step9"."carried0" "_batch_id",
  "step9"."carried1" "_row_number",
  case when (
    ("step9"."value0" is null and "step9"."text0" is not null)
    or ("step9"."unit0" is null and "step9"."text0" is not null)
    or ("step9"."value1" is null and "step9"."text1" is not null)
    or ("step9"."value2" is null and "step9"."text2" is not null)
    or ("step9"."unit2" is null and "step9"."text2" is not null)
  ) then concat(',', 
    case when ("step9"."value0" is null and "step9"."text0" is not null) then '0,' else '' end,
    case when ("step9"."unit0" is null and "step9"."text0" is not null) then '1,' else '' end,
    case when ("step9"."value1" is null and "step9"."text1" is not null) then '2,' else '' end,
    case when ("step9"."value2" is null and "step9"."text2" is not null) then '3,' else '' end,
    case when ("step9"."unit2" is null and "step9"."text2" is not null) then '4,' else '' end
  ) end "_reasons",
  cast(null as varchar) "_warnings"
from (select
  "step8"."carried0" "carried0",
  "step8"."carried1" "carried1",
  "step8"."text0" "text0",
  "step8"."unit0" "unit0",
  "step8"."value0" "value0",
  "step8"."clean1" "clean1",
  "step8"."text1" "text1",
  "step8"."value1" "value1",
  "step8"."text2" "text2",
  "step8"."unit2" "unit2",
  "step8"."value2" "value2",
  "step8"."dividend0" "dividend0",
  "step8"."divisor0" "divisor0",
  "step8"."dividend1" "dividend1",
  "step8"."divisor1" "divisor1",
  "step8"."dividend2" "dividend2",
  "step8"."divisor2" "divisor2",
  "step8"."quotient0" "quotient0",
  "step8"."remainder0" "remainder0",
  "step8"."quotient1" "quotient1",
  "step8"."remainder1" "remainder1",
  "step8"."quotient2" "quotient2",
  "step8"."remainder2" "remainder2",
  cast((cast((case when "step8"."dividend0" < 0 then -1 else 1 end * ("step8"."quotient0" + case when "step8"."remainder0" * 2 > "step8"."divisor0" or "step8"."remainder0" * 2 = "step8"."divisor0" and (abs("step8"."quotient0") % cast(2 as hugeint)) = 1 then 1 else 0 end)) as decimal(38, 0)) * 0.0000000001) as decimal(15, 10)) "normalised0",
  cast((cast((case when "step8"."dividend1" < 0 then -1 else 1 end * ("step8"."quotient1" + case when "step8"."remainder1" * 2 > "step8"."divisor1" or "step8"."remainder1" * 2 = "step8"."divisor1" and (abs("step8"."quotient1") % cast(2 as hugeint)) = 1 then 1 else 0 end)) as decimal(38, 0)) * 0.01) as decimal(13, 2)) "normalised1",
  cast((cast((case when "step8"."dividend2" < 0 then -1 else 1 end * ("step8"."quotient2" + case when "step8"."remainder2" * 2 > "step8"."divisor2" or "step8"."remainder2" * 2 = "step8"."divisor2" and (abs("step8"."quotient2") % cast(2 as hugeint)) = 1 then 1 else 0 end)) as decimal(38, 0)) * 0.01) as decimal(7, 2)) "normalised2"
from (select
  "step7"."carried0" "carried0",
  "step7"."carried1" "carried1",
  "step7"."text0" "text0",
  "step7"."unit0" "unit0",
  "step7"."value0" "value0",
  "step7"."clean1" "clean1",
  "step7"."text1" "text1",
  "step7"."value1" "value1",
  "step7"."text2" "text2",
  "step7"."unit2" "unit2",
  "step7"."value2" "value2",
  "step7"."dividend0" "dividend0",
  "step7"."divisor0" "divisor0",
  "step7"."dividend1" "dividend1",
  "step7"."divisor1" "divisor1",
  "step7"."dividend2" "dividend2",
  "step7"."divisor2" "divisor2",
  divide(abs("step7"."dividend0"), "step7"."divisor0") "quotient0",
  (abs("step7"."dividend0") % "step7"."divisor0") "remainder0",
  divide(abs("step7"."dividend1"), "step7"."divisor1") "quotient1",
  (abs("step7"."dividend1") % "step7"."divisor1") "remainder1",
  divide(abs("step7"."dividend2"), "step7"."divisor2") "quotient2",
  (abs("step7"."dividend2") % "step7"."divisor2") "remainder2"
from (select
  "step6"."carried0" "carried0",
  "step6"."carried1" "carried1",
  "step6"."text0" "text0",
  "step6"."unit0" "unit0",
  "step6"."value0" "value0",
  "step6"."clean1" "clean1",
  "step6"."text1" "text1",
  "step6"."value1" "value1",
  "step6"."text2" "text2",
  "step6"."unit2" "unit2",
  "step6"."value2" "value2",
  (cast("step6"."value0" * cast(100 as decimal(3, 0)) as hugeint) * cast("u0"."numerator" as hugeint) * cast(100000000 as hugeint)) "dividend0",
  (cast("u0"."denominator" as hugeint) * cast(1 as hugeint)) "divisor0",
  (cast("step6"."value1" * cast(1 as decimal(1, 0)) as hugeint) * cast("u1"."numerator" as hugeint) * cast(10000 as hugeint)) "dividend1",
  (cast("u1"."denominator" as hugeint) * cast(1 as hugeint)) "divisor1",
  (((cast("step6"."value2" * cast(100 as decimal(3, 0)) as hugeint) + cast("u2"."base_offset" * cast(100 as decimal(3, 0)) as hugeint)) * cast("u2"."numerator" as hugeint) * cast(1 as hugeint)) - cast("u2"."denominator" as hugeint) * cast(27315 as hugeint)) "dividend2",
  (cast("u2"."denominator" as hugeint) * cast(1 as hugeint)) "divisor2"
from (select
  "step5"."carried0" "carried0",
  "step5"."carried1" "carried1",
  "step5"."text0" "text0",
  "step5"."unit0" "unit0",
  "step5"."value0" "value0",
  "step5"."clean1" "clean1",
  "step5"."text1" "text1",
  case when "step5"."clean1" is not null then "step5"."clean1" else case when (
    (regexp_full_match("step5"."text1", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step5"."text1") <= 1000)
  ) then try_cast("step5"."text1" as integer) end end "value1",
  "step5"."text2" "text2",
  "step5"."unit2" "unit2",
  "step5"."value2" "value2"
from (select
  "step4"."carried0" "carried0",
  "step4"."carried1" "carried1",
  "step4"."text0" "text0",
  "step4"."unit0" "unit0",
  case when (
    (regexp_full_match("step4"."number0", '[+-]?(?:[0-9]+(?:\.[0-9]{1,2}0*)?|\.[0-9]{1,2}0*)'))
    and (strlen("step4"."number0") <= 1000)
  ) then try_cast("step4"."number0" as decimal(6, 2)) end "value0",
  "step4"."clean1" "clean1",
  "step4"."text1" "text1",
  "step4"."text2" "text2",
  "step4"."unit2" "unit2",
  case when (
    (regexp_full_match("step4"."number2", '[+-]?(?:[0-9]+(?:\.[0-9]{1,1}0*)?|\.[0-9]{1,1}0*)'))
    and (strlen("step4"."number2") <= 1000)
  ) then try_cast("step4"."number2" as decimal(5, 1)) end "value2"
from (select
  "step3"."carried0" "carried0",
  "step3"."carried1" "carried1",
  "step3"."text0" "text0",
  case when lower("step3"."written0") in (
    'kg',
    'kgs',
    'kilo',
    'kilos',
    'kilogram',
    'kilograms',
    'kilogramme',
    'kilogrammes'
  ) then 'kg' when lower("step3"."written0") in ('lb', 'lbs', 'pound', 'pounds') then 'lb' end "unit0",
  "step3"."number0" "number0",
  "step3"."clean1" "clean1",
  case when "step3"."clean1" is null then nullif(case when "step3"."raw1" >= '!' and "step3"."raw1" < chr(127) and right("step3"."raw1", 1) between '!' and '~' then "step3"."raw1" else regexp_replace("step3"."raw1", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') end "text1",
  "step3"."text2" "text2",
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
  ) then 'degF' when "step3"."written2" in ('°R') then 'degR' when lower("step3"."written2") in ('rankine', 'degrees rankine') then 'degR' end "unit2",
  "step3"."number2" "number2"
from (select
  "step2"."carried0" "carried0",
  "step2"."carried1" "carried1",
  "step2"."text0" "text0",
  case when "step2"."beginning0" >= '!' and "step2"."beginning0" < chr(127) and right("step2"."beginning0", 1) between '!' and '~' then "step2"."beginning0" else regexp_replace("step2"."beginning0", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end "number0",
  trim(trailing '.' from case when substring("step2"."text0", length("step2"."beginning0") + 1) >= '!' and substring("step2"."text0", length("step2"."beginning0") + 1) < chr(127) and right(substring("step2"."text0", length("step2"."beginning0") + 1), 1) between '!' and '~' then substring("step2"."text0", length("step2"."beginning0") + 1) else regexp_replace(substring("step2"."text0", length("step2"."beginning0") + 1), '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end) "written0",
  "step2"."raw1" "raw1",
  case when (
    (regexp_full_match("step2"."raw1", '[+-]?[0-9]+(?:\.0+)?'))
    and (strlen("step2"."raw1") <= 1000)
  ) then try_cast("step2"."raw1" as integer) end "clean1",
  "step2"."text2" "text2",
  case when "step2"."beginning2" >= '!' and "step2"."beginning2" < chr(127) and right("step2"."beginning2", 1) between '!' and '~' then "step2"."beginning2" else regexp_replace("step2"."beginning2", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end "number2",
  trim(trailing '.' from case when substring("step2"."text2", length("step2"."beginning2") + 1) >= '!' and substring("step2"."text2", length("step2"."beginning2") + 1) < chr(127) and right(substring("step2"."text2", length("step2"."beginning2") + 1), 1) between '!' and '~' then substring("step2"."text2", length("step2"."beginning2") + 1) else regexp_replace(substring("step2"."text2", length("step2"."beginning2") + 1), '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end) "written2"
from (select
  "step1"."carried0" "carried0",
  "step1"."carried1" "carried1",
  "step1"."text0" "text0",
  regexp_extract("step1"."text0", '^[0-9+\-\x{2212}\x{2013}., \x{A0}\x{2009}\x{202F}]*') "beginning0",
  "step1"."raw1" "raw1",
  "step1"."text2" "text2",
  regexp_extract("step1"."text2", '^[0-9+\-\x{2212}\x{2013}., \x{A0}\x{2009}\x{202F}]*') "beginning2"
from (select
  "b"."_batch_id" "carried0",
  "b"."_row_number" "carried1",
  nullif(case when "b"."weight" >= '!' and "b"."weight" < chr(127) and right("b"."weight", 1) between '!' and '~' then "b"."weight" else regexp_replace("b"."weight", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') "text0",
  "b"."length_in" "raw1",
  nullif(case when "b"."heat" >= '!' and "b"."heat" < chr(127) and right("b"."heat", 1) between '!' and '~' then "b"."heat" else regexp_replace("b"."heat", '^[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+|[\x{9}-\x{D} \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+$', '', 'g') end, '') "text2"
from "bronze"."parcels" "b"
  join "medallion"."batches" "x"
    on (
      ("x"."table_name" = 'parcels')
      and ("x"."batch_id" = "b"."_batch_id")
      and ("x"."in_force")
    )) "step1") "step2") "step3") "step4") "step5") "step6"
  left outer join "silver"."dim_units" "u0"
    on ("u0"."code" = "step6"."unit0")
  left outer join "silver"."dim_units" "u1"
    on ("u1"."code" = case when "step6"."value1" is not null then 'in' end)
  left outer join "silver"."dim_units" "u2"
    on ("u2"."code" = "step6"."unit2")) "step7") "step8") "step9";

-- duplicates of silver.parcels
create table "silver"."parcels__duplicates__next" as
select
  "d"."_batch_id",
  "d"."_row_number",
  "d"."_batch_id" "winner_batch_id",
  "d"."_row_number" "winner_row_number"
from "silver"."parcels__next" "d"
where (1 = 0);

-- what was found wrong in silver.parcels
create table "silver"."parcels__stage" as
select "_batch_id", "_row_number", "_reasons", "_warnings"
from "silver"."parcels__next"
where ("_reasons" is not null or "_warnings" is not null);

-- rejects of silver.parcels
create table "silver"."parcels__rejects__next" as
select
  "s"."_batch_id",
  "s"."_row_number",
  cast("v"."rule" as varchar) "rule",
  cast("v"."column_name" as varchar) "column_name",
  case "v"."number" when 0 then "b"."weight" when 1 then "b"."weight" when 2 then "b"."length_in" when 3 then "b"."heat" when 4 then "b"."heat" end "value",
  cast(null as varchar) "witness_batch_id",
  cast(null as bigint) "witness_row_number"
from "silver"."parcels__stage" "s"
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
  ) "v" ("number", "rule", "column_name", "action")
    on ("s"."_reasons" like concat('%,', "v"."number", ',%'))
  join "bronze"."parcels" "b"
    on ("b"."_batch_id" = "s"."_batch_id" and "b"."_row_number" = "s"."_row_number")
where ("s"."_reasons" is not null);

-- delete what is refused
delete from "silver"."parcels__next" where "_reasons" is not null;

-- drop the reasons
alter table "silver"."parcels__next" drop column "_reasons";

-- drop the warnings
alter table "silver"."parcels__next" drop column "_warnings";

begin;

-- audit silver.parcels
select case when "problem" is not null then error("problem") end as "audit", "bronze_rows", "kept", "rejected", "duplicates"
from (
select
  case when "c"."bronze_rows" <> "c"."kept" + "c"."rejected" + "c"."duplicates" then concat('silver.parcels: ', "c"."bronze_rows", ' rows of Bronze are not ', "c"."kept", ' kept, ', "c"."rejected", ' rejected and ', "c"."duplicates", ' duplicates') when "c"."repeated" > 0 then concat('silver.parcels: ', "c"."repeated", ' addresses occur more than once') end "problem",
  "c"."bronze_rows",
  "c"."kept",
  "c"."rejected",
  "c"."duplicates"
from (select
  (select count(*) from "bronze"."parcels" as "b" where exists (select 1 from "medallion"."batches" as "x" where (
    ("x"."table_name" = 'parcels')
    and ("x"."batch_id" = "b"."_batch_id")
    and ("x"."in_force")
  ))) "bronze_rows",
  (select count(*) from "silver"."parcels__next") "kept",
  (select count(*) from (select distinct "_batch_id", "_row_number" from "silver"."parcels__rejects__next") as "addresses") "rejected",
  (select count(*) from "silver"."parcels__duplicates__next") "duplicates",
  (select coalesce(sum("more"), 0) from (select count(*) - 1 as "more" from "silver"."parcels__next" group by "_batch_id", "_row_number" having count(*) > 1) as "twice") "repeated"
) "c"
) as "audited";

-- remove silver.parcels
drop table if exists "silver"."parcels";

-- publish silver.parcels
alter table "silver"."parcels__next" rename to "parcels";

-- remove silver.parcels__rejects
drop table if exists "silver"."parcels__rejects";

-- publish silver.parcels__rejects
alter table "silver"."parcels__rejects__next" rename to "parcels__rejects";

-- remove silver.parcels__duplicates
drop table if exists "silver"."parcels__duplicates";

-- publish silver.parcels__duplicates
alter table "silver"."parcels__duplicates__next" rename to "parcels__duplicates";

commit;

-- remove silver.parcels__stage
drop table if exists "silver"."parcels__stage";
