-- schema medallion
create schema if not exists "medallion";

-- table medallion.migrations
create table if not exists "medallion"."migrations" (
  "version" integer not null,
  "applied_at" timestamp,
  primary key ("version")
);

-- table medallion.pipelines
create table if not exists "medallion"."pipelines" (
  "name" text collate "C" not null,
  "created_at" timestamp,
  primary key ("name")
);

-- table medallion.locks
create table if not exists "medallion"."locks" (
  "pipeline" text collate "C" not null,
  "owner" text collate "C",
  "process" text collate "C",
  "since" timestamp,
  primary key ("pipeline")
);

-- table medallion.tables
create table if not exists "medallion"."tables" (
  "layer" text collate "C" not null,
  "table_name" text collate "C" not null,
  "pipeline" text collate "C",
  primary key ("layer", "table_name")
);

-- table medallion.specs
create table if not exists "medallion"."specs" (
  "pipeline" text collate "C" not null,
  "layer" text collate "C" not null,
  "table_name" text collate "C" not null,
  "version" integer not null,
  "fingerprint" text collate "C",
  "json" text collate "C",
  "created_at" timestamp,
  "in_force" boolean,
  primary key ("pipeline", "layer", "table_name", "version")
);

-- table medallion.batches
create table if not exists "medallion"."batches" (
  "table_name" text collate "C" not null,
  "batch_id" text collate "C" not null,
  "pipeline" text collate "C",
  "sequence" bigint,
  "mode" text collate "C",
  "source_id" text collate "C",
  "source_file" text collate "C",
  "content_hash" text collate "C",
  "rows" bigint,
  "rejects" bigint,
  "schema_version" bigint,
  "loaded_at" timestamp,
  "in_force" boolean,
  "latency_rows" bigint,
  "latency_least" double precision,
  "latency_greatest" double precision,
  "latency_mean" double precision,
  primary key ("table_name", "batch_id")
);

-- table medallion.bronze_rejects
create table if not exists "medallion"."bronze_rejects" (
  "table_name" text collate "C" not null,
  "batch_id" text collate "C" not null,
  "row_number" bigint not null,
  "line" bigint,
  "reason" text collate "C",
  "raw" text collate "C",
  primary key ("table_name", "batch_id", "row_number")
);

-- table medallion.schema_changes
create table if not exists "medallion"."schema_changes" (
  "table_name" text collate "C" not null,
  "version" integer not null,
  "change" text collate "C" not null,
  "column_name" text collate "C" not null,
  "original" text collate "C",
  "batch_id" text collate "C",
  "changed_at" timestamp,
  primary key ("table_name", "version", "change", "column_name")
);

-- table medallion.builds
create table if not exists "medallion"."builds" (
  "build_id" text collate "C" not null,
  "pipeline" text collate "C",
  "layer" text collate "C",
  "table_name" text collate "C",
  "version" bigint,
  "spec_fingerprint" text collate "C",
  "status" text collate "C",
  "started_at" timestamp,
  "finished_at" timestamp,
  "rows_read" bigint,
  "rows_written" bigint,
  "rows_rejected" bigint,
  "rows_duplicate" bigint,
  "sql_text" text collate "C",
  "error" text collate "C",
  primary key ("build_id")
);

-- table medallion.build_reasons
create table if not exists "medallion"."build_reasons" (
  "build_id" text collate "C" not null,
  "rule" text collate "C" not null,
  "action" text collate "C" not null,
  "row_count" bigint,
  primary key ("build_id", "rule", "action")
);

-- table medallion.table_states
create table if not exists "medallion"."table_states" (
  "layer" text collate "C" not null,
  "table_name" text collate "C" not null,
  "version" bigint,
  "build_id" text collate "C",
  "spec_fingerprint" text collate "C",
  "built_from" text collate "C",
  "row_count" bigint,
  "published_at" timestamp,
  primary key ("layer", "table_name")
);

-- own tables at version 1
insert into "medallion"."migrations" ("version", "applied_at") select 1, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 1);

-- table medallion.reject_sightings
create table if not exists "medallion"."reject_sightings" (
  "table_name" text collate "C" not null,
  "batch_id" text collate "C" not null,
  "row_number" bigint not null,
  "first_seen" timestamp,
  "last_seen" timestamp,
  "version" bigint,
  "version_before" bigint,
  primary key ("table_name", "batch_id", "row_number")
);

-- own tables at version 2
insert into "medallion"."migrations" ("version", "applied_at") select 2, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 2);

-- table medallion.watermarks
create table if not exists "medallion"."watermarks" (
  "table_name" text collate "C" not null,
  "source_id" text collate "C" not null,
  "column_name" text collate "C",
  "reached" text collate "C",
  "batch_id" text collate "C",
  "reached_at" timestamp,
  primary key ("table_name", "source_id")
);

-- own tables at version 3
insert into "medallion"."migrations" ("version", "applied_at") select 3, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 3);

-- whether a version is in doubt
alter table "medallion"."table_states" add column if not exists "in_doubt" boolean;

-- own tables at version 4
insert into "medallion"."migrations" ("version", "applied_at") select 4, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 4);
