-- table silver_every_type
create table if not exists `silver_every_type` (
  `text` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `integer` int,
  `is_integer_missing` boolean,
  `bigint` bigint,
  `decimal` decimal(38, 6),
  `double` double,
  `boolean` boolean,
  `date` date,
  `time` time(6),
  `timestamp` datetime(6),
  `instant` datetime(6),
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint
);

-- table silver_every_type__rejects
create table if not exists `silver_every_type__rejects` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `rule` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `column_name` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `value` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `witness_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `witness_row_number` bigint
);

-- table silver_every_type__duplicates
create table if not exists `silver_every_type__duplicates` (
  `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint,
  `winner_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin,
  `winner_row_number` bigint
);
