-- table bronze_tttttttttttttttttttttttttttttttttttttttttttttttt_bf374235
create table if not exists `bronze_tttttttttttttttttttttttttttttttttttttttttttttttt_bf374235` (
  `ccccccccccccccccccccccccccccccccccccccccccccccccccccccc_b9defaed` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `ccccccccccccccccccccccccccccccccccccccccccccccccccccccc_bcf2c890` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `________________________________________________________3a49cf35` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_loaded_at` datetime(6),
  `_source_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_source_file` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_row_hash` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_schema_version` int
);
