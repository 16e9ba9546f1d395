-- query
select
  'it''s \ '' ? {0} -- ; /*' "te`xt"" ?",
  count(*) "n"
from "silver"."orders" "orders";
