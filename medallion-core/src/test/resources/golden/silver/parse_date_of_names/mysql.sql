-- preview of silver_cells
select
  `step7`.`carried0` as `_batch_id`,
  `step7`.`carried1` as `_row_number`,
  `step7`.`carried3` as `v__before`,
  `step7`.`value0` as `v`,
  nullif(concat_ws('; ', case when (`step7`.`value0` is null and `step7`.`text0` is not null) then (_utf8mb4'v: not a date' collate utf8mb4_0900_bin) end), '') as `_reasons`
from (select
  `step6`.`carried0` as `carried0`,
  `step6`.`carried1` as `carried1`,
  `step6`.`carried2` as `carried2`,
  `step6`.`carried3` as `carried3`,
  `step6`.`clean0` as `clean0`,
  `step6`.`text0` as `text0`,
  case when `step6`.`clean0` is not null then `step6`.`clean0` else coalesce(
    case when (((substring(`step6`.`rearranged0_0`, 9, 2) <= '28') or substring(`step6`.`rearranged0_0`, 9, 2) in ('29', '30') and substring(`step6`.`rearranged0_0`, 6, 2) <> '02' or substring(`step6`.`rearranged0_0`, 9, 2) = '31' and substring(`step6`.`rearranged0_0`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step6`.`rearranged0_0`, 9, 2) = '29' and (right(left(`step6`.`rearranged0_0`, 4), 2) <> '00' and mod(cast(right(left(`step6`.`rearranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step6`.`rearranged0_0`, 4), 2) = '00' and mod(cast(left(left(`step6`.`rearranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(`step6`.`rearranged0_0` as date) end,
    case when (((substring(`step6`.`rearranged0_1`, 9, 2) <= '28') or substring(`step6`.`rearranged0_1`, 9, 2) in ('29', '30') and substring(`step6`.`rearranged0_1`, 6, 2) <> '02' or substring(`step6`.`rearranged0_1`, 9, 2) = '31' and substring(`step6`.`rearranged0_1`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step6`.`rearranged0_1`, 9, 2) = '29' and (right(left(`step6`.`rearranged0_1`, 4), 2) <> '00' and mod(cast(right(left(`step6`.`rearranged0_1`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step6`.`rearranged0_1`, 4), 2) = '00' and mod(cast(left(left(`step6`.`rearranged0_1`, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(`step6`.`rearranged0_1` as date) end
  ) end as `value0`
from (select
  `step5`.`carried0` as `carried0`,
  `step5`.`carried1` as `carried1`,
  `step5`.`carried2` as `carried2`,
  `step5`.`carried3` as `carried3`,
  `step5`.`clean0` as `clean0`,
  `step5`.`text0` as `text0`,
  case when `step5`.`reshaped0_0` is not null then concat(case when regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$3') >= '70' then concat('19', regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$3')) else concat('20', regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$3')) end, '-', case lower(left(regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$2'), 3)) when 'jan' then '01' when 'feb' then '02' when 'mar' then '03' when 'apr' then '04' when 'may' then '05' when 'jun' then '06' when 'jul' then '07' when 'aug' then '08' when 'sep' then '09' when 'oct' then '10' when 'nov' then '11' when 'dec' then '12' end, '-', lpad(regexp_replace(`step5`.`reshaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$1'), 2, '0')) end as `rearranged0_0`,
  case when `step5`.`reshaped0_1` is not null then concat(regexp_replace(`step5`.`reshaped0_1`, '^(?:((?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr])) ((?:[12][0-9]|3[01]|0?[1-9])), ((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])))\\z', '$3'), '-', case lower(left(regexp_replace(`step5`.`reshaped0_1`, '^(?:((?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr])) ((?:[12][0-9]|3[01]|0?[1-9])), ((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])))\\z', '$1'), 3)) when 'jan' then '01' when 'feb' then '02' when 'mar' then '03' when 'apr' then '04' when 'may' then '05' when 'jun' then '06' when 'jul' then '07' when 'aug' then '08' when 'sep' then '09' when 'oct' then '10' when 'nov' then '11' when 'dec' then '12' end, '-', lpad(regexp_replace(`step5`.`reshaped0_1`, '^(?:((?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr])) ((?:[12][0-9]|3[01]|0?[1-9])), ((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])))\\z', '$2'), 2, '0')) end as `rearranged0_1`
from (select
  `step4`.`carried0` as `carried0`,
  `step4`.`carried1` as `carried1`,
  `step4`.`carried2` as `carried2`,
  `step4`.`carried3` as `carried3`,
  `step4`.`clean0` as `clean0`,
  `step4`.`text0` as `text0`,
  case when (`step4`.`text0` regexp '^(?:(?:[12][0-9]|3[01]|0?[1-9]) (?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc]) [0-9]{2})\\z') then `step4`.`text0` end as `reshaped0_0`,
  case when (`step4`.`text0` regexp '^(?:(?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr]) (?:[12][0-9]|3[01]|0?[1-9]), (?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\z') then `step4`.`text0` end as `reshaped0_1`
from (select
  `step3`.`carried0` as `carried0`,
  `step3`.`carried1` as `carried1`,
  `step3`.`carried2` as `carried2`,
  `step3`.`carried3` as `carried3`,
  `step3`.`clean0` as `clean0`,
  case when `step3`.`clean0` is null then nullif(case when left(`step3`.`carried3`, 1) between '!' and '~' and right(`step3`.`carried3`, 1) between '!' and '~' then `step3`.`carried3` else reverse(regexp_replace(reverse(regexp_replace(`step3`.`carried3`, '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')), '^[\\x{9}-\\x{D} \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+', '')) end, (_utf8mb4'' collate utf8mb4_0900_bin)) end as `text0`
from (select
  `step2`.`carried0` as `carried0`,
  `step2`.`carried1` as `carried1`,
  `step2`.`carried2` as `carried2`,
  `step2`.`carried3` as `carried3`,
  coalesce(
    case when (((substring(`step2`.`arranged0_0`, 9, 2) <= '28') or substring(`step2`.`arranged0_0`, 9, 2) in ('29', '30') and substring(`step2`.`arranged0_0`, 6, 2) <> '02' or substring(`step2`.`arranged0_0`, 9, 2) = '31' and substring(`step2`.`arranged0_0`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step2`.`arranged0_0`, 9, 2) = '29' and (right(left(`step2`.`arranged0_0`, 4), 2) <> '00' and mod(cast(right(left(`step2`.`arranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step2`.`arranged0_0`, 4), 2) = '00' and mod(cast(left(left(`step2`.`arranged0_0`, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(`step2`.`arranged0_0` as date) end,
    case when (((substring(`step2`.`arranged0_1`, 9, 2) <= '28') or substring(`step2`.`arranged0_1`, 9, 2) in ('29', '30') and substring(`step2`.`arranged0_1`, 6, 2) <> '02' or substring(`step2`.`arranged0_1`, 9, 2) = '31' and substring(`step2`.`arranged0_1`, 6, 2) in ('01', '03', '05', '07', '08', '10', '12') or substring(`step2`.`arranged0_1`, 9, 2) = '29' and (right(left(`step2`.`arranged0_1`, 4), 2) <> '00' and mod(cast(right(left(`step2`.`arranged0_1`, 4), 2) as decimal(2, 0)), 4) = 0 or right(left(`step2`.`arranged0_1`, 4), 2) = '00' and mod(cast(left(left(`step2`.`arranged0_1`, 4), 2) as decimal(2, 0)), 4) = 0))) then cast(`step2`.`arranged0_1` as date) end
  ) as `clean0`
from (select
  `step1`.`carried0` as `carried0`,
  `step1`.`carried1` as `carried1`,
  `step1`.`carried2` as `carried2`,
  `step1`.`carried3` as `carried3`,
  case when `step1`.`shaped0_0` is not null then concat(case when regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$3') >= '70' then concat('19', regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$3')) else concat('20', regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$3')) end, '-', case lower(left(regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$2'), 3)) when 'jan' then '01' when 'feb' then '02' when 'mar' then '03' when 'apr' then '04' when 'may' then '05' when 'jun' then '06' when 'jul' then '07' when 'aug' then '08' when 'sep' then '09' when 'oct' then '10' when 'nov' then '11' when 'dec' then '12' end, '-', lpad(regexp_replace(`step1`.`shaped0_0`, '^(?:((?:[12][0-9]|3[01]|0?[1-9])) ((?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc])) ([0-9]{2}))\\z', '$1'), 2, '0')) end as `arranged0_0`,
  case when `step1`.`shaped0_1` is not null then concat(regexp_replace(`step1`.`shaped0_1`, '^(?:((?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr])) ((?:[12][0-9]|3[01]|0?[1-9])), ((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])))\\z', '$3'), '-', case lower(left(regexp_replace(`step1`.`shaped0_1`, '^(?:((?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr])) ((?:[12][0-9]|3[01]|0?[1-9])), ((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])))\\z', '$1'), 3)) when 'jan' then '01' when 'feb' then '02' when 'mar' then '03' when 'apr' then '04' when 'may' then '05' when 'jun' then '06' when 'jul' then '07' when 'aug' then '08' when 'sep' then '09' when 'oct' then '10' when 'nov' then '11' when 'dec' then '12' end, '-', lpad(regexp_replace(`step1`.`shaped0_1`, '^(?:((?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr])) ((?:[12][0-9]|3[01]|0?[1-9])), ((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])))\\z', '$2'), 2, '0')) end as `arranged0_1`
from (select
  `b`.`_batch_id` as `carried0`,
  `b`.`_row_number` as `carried1`,
  `b`.`_place` as `carried2`,
  `b`.`v` as `carried3`,
  case when (`b`.`v` regexp '^(?:(?:[12][0-9]|3[01]|0?[1-9]) (?:[Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc]) [0-9]{2})\\z') then `b`.`v` end as `shaped0_0`,
  case when (`b`.`v` regexp '^(?:(?:[Jj][Aa][Nn][Uu][Aa][Rr][Yy]|[Ff][Ee][Bb][Rr][Uu][Aa][Rr][Yy]|[Mm][Aa][Rr][Cc][Hh]|[Aa][Pp][Rr][Ii][Ll]|[Mm][Aa][Yy]|[Jj][Uu][Nn][Ee]|[Jj][Uu][Ll][Yy]|[Aa][Uu][Gg][Uu][Ss][Tt]|[Ss][Ee][Pp][Tt][Ee][Mm][Bb][Ee][Rr]|[Oo][Cc][Tt][Oo][Bb][Ee][Rr]|[Nn][Oo][Vv][Ee][Mm][Bb][Ee][Rr]|[Dd][Ee][Cc][Ee][Mm][Bb][Ee][Rr]) (?:[12][0-9]|3[01]|0?[1-9]), (?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))\\z') then `b`.`v` end as `shaped0_1`
from (select
  `b`.`_batch_id`,
  `b`.`_row_number`,
  `b`.`v`,
  row_number() over (order by `x`.`sequence`, `b`.`_row_number`) as `_place`
from `bronze_cells` as `b`
  join `medallion_batches` as `x`
    on (
      (`x`.`table_name` = (_utf8mb4'cells' collate utf8mb4_0900_bin))
      and (`x`.`batch_id` = `b`.`_batch_id`)
      and (`x`.`in_force`)
    )
order by `x`.`sequence`, `b`.`_row_number`
limit 10) as `b` limit 18446744073709551615) as `step1` limit 18446744073709551615) as `step2` limit 18446744073709551615) as `step3` limit 18446744073709551615) as `step4` limit 18446744073709551615) as `step5` limit 18446744073709551615) as `step6` limit 18446744073709551615) as `step7`
order by `step7`.`carried2`;
