-- query
select
  (cast((_utf8mb4'it''s \\ '' ? {0} -- ; /*' collate utf8mb4_0900_bin) as char character set utf8mb4) collate utf8mb4_0900_bin) as `te``xt" ?`,
  count(*) as `n`
from `silver_orders` as `orders`;
