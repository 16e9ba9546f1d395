-- table gold_monthly
create table if not exists `gold_monthly` (
  `ordered_on_month` date,
  `segment` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `orders` bigint,
  `revenue` decimal(38, 2),
  `paid` decimal(38, 2),
  `paid_share` double,
  `percent` double
);
