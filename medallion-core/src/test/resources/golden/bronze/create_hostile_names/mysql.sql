-- table bronze_it's "quoted"
create table if not exists `bronze_it's "quoted"` (
  `select` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `a "quote"` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `back``tick` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `it's` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_ mood_7edc0ab0` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `semi;colon -- x` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `ünï` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `{0} ? :x` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_loaded_at` datetime(6),
  `_source_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_source_file` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `_row_hash` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_schema_version` int
);
