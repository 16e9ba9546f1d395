-- table medallion_migrations
create table if not exists `medallion_migrations` (
  `version` int not null,
  `applied_at` datetime(6),
  primary key (`version`)
);

-- table medallion_pipelines
create table if not exists `medallion_pipelines` (
  `name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `created_at` datetime(6),
  primary key (`name`)
);

-- table medallion_locks
create table if not exists `medallion_locks` (
  `pipeline` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `owner` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `process` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `since` datetime(6),
  primary key (`pipeline`)
);

-- table medallion_tables
create table if not exists `medallion_tables` (
  `layer` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `pipeline` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  primary key (`layer`, `table_name`)
);

-- table medallion_specs
create table if not exists `medallion_specs` (
  `pipeline` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `layer` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `version` int not null,
  `fingerprint` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `json` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `created_at` datetime(6),
  `in_force` boolean,
  primary key (`pipeline`, `layer`, `table_name`, `version`)
);

-- table medallion_batches
create table if not exists `medallion_batches` (
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `pipeline` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `sequence` bigint,
  `mode` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `source_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `source_file` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `content_hash` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `rows` bigint,
  `rejects` bigint,
  `schema_version` bigint,
  `loaded_at` datetime(6),
  `in_force` boolean,
  `latency_rows` bigint,
  `latency_least` double,
  `latency_greatest` double,
  `latency_mean` double,
  primary key (`table_name`, `batch_id`)
);

-- table medallion_bronze_rejects
create table if not exists `medallion_bronze_rejects` (
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `row_number` bigint not null,
  `line` bigint,
  `reason` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `raw` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  primary key (`table_name`, `batch_id`, `row_number`)
);

-- table medallion_schema_changes
create table if not exists `medallion_schema_changes` (
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `version` int not null,
  `change` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `column_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `original` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `batch_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `changed_at` datetime(6),
  primary key (`table_name`, `version`, `change`, `column_name`)
);

-- table medallion_builds
create table if not exists `medallion_builds` (
  `build_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `pipeline` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `layer` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `table_name` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `version` bigint,
  `spec_fingerprint` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `status` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `started_at` datetime(6),
  `finished_at` datetime(6),
  `rows_read` bigint,
  `rows_written` bigint,
  `rows_rejected` bigint,
  `rows_duplicate` bigint,
  `sql_text` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `error` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  primary key (`build_id`)
);

-- table medallion_build_reasons
create table if not exists `medallion_build_reasons` (
  `build_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `rule` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `action` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `row_count` bigint,
  primary key (`build_id`, `rule`, `action`)
);

-- table medallion_table_states
create table if not exists `medallion_table_states` (
  `layer` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `version` bigint,
  `build_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `spec_fingerprint` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `built_from` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `row_count` bigint,
  `published_at` datetime(6),
  `in_doubt` boolean,
  primary key (`layer`, `table_name`)
);

-- own tables at version 1
insert into `medallion_migrations` (`version`, `applied_at`) select 1, current_timestamp from (select 1 as `one`) as `one` where not exists (select 1 from `medallion_migrations` where `version` = 1);

-- table medallion_reject_sightings
create table if not exists `medallion_reject_sightings` (
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `batch_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `row_number` bigint not null,
  `first_seen` datetime(6),
  `last_seen` datetime(6),
  `version` bigint,
  `version_before` bigint,
  primary key (`table_name`, `batch_id`, `row_number`)
);

-- own tables at version 2
insert into `medallion_migrations` (`version`, `applied_at`) select 2, current_timestamp from (select 1 as `one`) as `one` where not exists (select 1 from `medallion_migrations` where `version` = 2);

-- table medallion_watermarks
create table if not exists `medallion_watermarks` (
  `table_name` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `source_id` varchar(190) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `column_name` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `reached` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `batch_id` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `reached_at` datetime(6),
  primary key (`table_name`, `source_id`)
);

-- own tables at version 3
insert into `medallion_migrations` (`version`, `applied_at`) select 3, current_timestamp from (select 1 as `one`) as `one` where not exists (select 1 from `medallion_migrations` where `version` = 3);

-- own tables at version 4
insert into `medallion_migrations` (`version`, `applied_at`) select 4, current_timestamp from (select 1 as `one`) as `one` where not exists (select 1 from `medallion_migrations` where `version` = 4);
