-- query
select
  (cast('it''s \ '' ? {0} -- ; /*' as text) collate "C") as "te`xt"" ?",
  count(*) as "n"
from "silver"."orders" as "orders";
