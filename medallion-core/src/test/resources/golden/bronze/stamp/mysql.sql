-- table bronze_orders
create table if not exists `bronze_orders` (
  `id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `Order Date` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `amount` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `_row_number` bigint
);

-- first row
insert into `bronze_orders` (_row_number) values (1);

-- stamp of the rows of bronze_orders with _loaded_at
alter table `bronze_orders` add column `_loaded_at` datetime(6) default ({ts '2026-11-27 20:15:30.123456'});

-- end of the default of _loaded_at
alter table `bronze_orders` modify column `_loaded_at` datetime(6);

-- stamp of the rows of bronze_orders with _source_id
alter table `bronze_orders` add column `_source_id` longtext character set utf8mb4 collate utf8mb4_0900_bin default ('/data/o''brien\\orders.csv');

-- end of the default of _source_id
alter table `bronze_orders` modify column `_source_id` longtext character set utf8mb4 collate utf8mb4_0900_bin;

-- stamp of the rows of bronze_orders with _source_file
alter table `bronze_orders` add column `_source_file` longtext character set utf8mb4 collate utf8mb4_0900_bin default ('o''brien\\orders.csv');

-- end of the default of _source_file
alter table `bronze_orders` modify column `_source_file` longtext character set utf8mb4 collate utf8mb4_0900_bin;

-- stamp of the rows of bronze_orders with _batch_id
alter table `bronze_orders` add column `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin default ('b1');

-- end of the default of _batch_id
alter table `bronze_orders` modify column `_batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin;

-- stamp of the rows of bronze_orders with _schema_version
alter table `bronze_orders` add column `_schema_version` int default (3);

-- end of the default of _schema_version
alter table `bronze_orders` modify column `_schema_version` int;

-- second row
insert into `bronze_orders` (_row_number) values (2);
