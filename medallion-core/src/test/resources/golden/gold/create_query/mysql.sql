-- table gold_big_orders
create table if not exists `gold_big_orders` (
  `id` int,
  `amount` decimal(12, 2),
  `segment` longtext character set utf8mb4 collate utf8mb4_0900_bin
);
