-- table bronze_orders
create table if not exists `bronze_orders` (
  `id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `Order Date` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `amount` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_row_hash` longtext character set utf8mb4 collate utf8mb4_0900_bin
);
