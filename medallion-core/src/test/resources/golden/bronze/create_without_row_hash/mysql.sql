-- table bronze_orders
create table if not exists `bronze_orders` (
  `id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `Order Date` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `amount` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_loaded_at` datetime(6),
  `_source_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_source_file` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_schema_version` int
);
