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
  "name" varchar not null,
  "created_at" timestamp,
  primary key ("name")
);

-- table medallion.locks
create table if not exists "medallion"."locks" (
  "pipeline" varchar not null,
  "owner" varchar,
  "process" varchar,
  "since" timestamp,
  primary key ("pipeline")
);

-- table medallion.tables
create table if not exists "medallion"."tables" (
  "layer" varchar not null,
  "table_name" varchar not null,
  "pipeline" varchar,
  primary key ("layer", "table_name")
);

-- table medallion.specs
create table if not exists "medallion"."specs" (
  "pipeline" varchar not null,
  "layer" varchar not null,
  "table_name" varchar not null,
  "version" integer not null,
  "fingerprint" varchar,
  "json" varchar,
  "created_at" timestamp,
  "in_force" boolean,
  primary key ("pipeline", "layer", "table_name", "version")
);

-- table medallion.batches
create table if not exists "medallion"."batches" (
  "table_name" varchar not null,
  "batch_id" varchar not null,
  "pipeline" varchar,
  "sequence" bigint,
  "mode" varchar,
  "source_id" varchar,
  "source_file" varchar,
  "content_hash" varchar,
  "rows" bigint,
  "rejects" bigint,
  "schema_version" bigint,
  "loaded_at" timestamp,
  "in_force" boolean,
  "latency_rows" bigint,
  "latency_least" double,
  "latency_greatest" double,
  "latency_mean" double,
  primary key ("table_name", "batch_id")
);

-- table medallion.bronze_rejects
create table if not exists "medallion"."bronze_rejects" (
  "table_name" varchar not null,
  "batch_id" varchar not null,
  "row_number" bigint not null,
  "line" bigint,
  "reason" varchar,
  "raw" varchar,
  primary key ("table_name", "batch_id", "row_number")
);

-- table medallion.schema_changes
create table if not exists "medallion"."schema_changes" (
  "table_name" varchar not null,
  "version" integer not null,
  "change" varchar not null,
  "column_name" varchar not null,
  "original" varchar,
  "batch_id" varchar,
  "changed_at" timestamp,
  primary key ("table_name", "version", "change", "column_name")
);

-- table medallion.builds
create table if not exists "medallion"."builds" (
  "build_id" varchar not null,
  "pipeline" varchar,
  "layer" varchar,
  "table_name" varchar,
  "version" bigint,
  "spec_fingerprint" varchar,
  "status" varchar,
  "started_at" timestamp,
  "finished_at" timestamp,
  "rows_read" bigint,
  "rows_written" bigint,
  "rows_rejected" bigint,
  "rows_duplicate" bigint,
  "sql_text" varchar,
  "error" varchar,
  primary key ("build_id")
);

-- table medallion.build_reasons
create table if not exists "medallion"."build_reasons" (
  "build_id" varchar not null,
  "rule" varchar not null,
  "action" varchar not null,
  "row_count" bigint,
  primary key ("build_id", "rule", "action")
);

-- table medallion.table_states
create table if not exists "medallion"."table_states" (
  "layer" varchar not null,
  "table_name" varchar not null,
  "version" bigint,
  "build_id" varchar,
  "spec_fingerprint" varchar,
  "built_from" varchar,
  "row_count" bigint,
  "published_at" timestamp,
  primary key ("layer", "table_name")
);

-- own tables at version 1
insert into "medallion"."migrations" ("version", "applied_at") select 1, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 1);

-- table medallion.reject_sightings
create table if not exists "medallion"."reject_sightings" (
  "table_name" varchar not null,
  "batch_id" varchar not null,
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
  "table_name" varchar not null,
  "source_id" varchar not null,
  "column_name" varchar,
  "reached" varchar,
  "batch_id" varchar,
  "reached_at" timestamp,
  primary key ("table_name", "source_id")
);

-- own tables at version 3
insert into "medallion"."migrations" ("version", "applied_at") select 3, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 3);

-- whether a version is in doubt
alter table "medallion"."table_states" add column if not exists "in_doubt" boolean;

-- own tables at version 4
insert into "medallion"."migrations" ("version", "applied_at") select 4, current_timestamp from (select 1 as "one") as "one" where not exists (select 1 from "medallion"."migrations" where "version" = 4);
