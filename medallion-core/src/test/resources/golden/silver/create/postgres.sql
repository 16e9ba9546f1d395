-- schema silver
create schema if not exists "silver";

-- table silver.every_type
create table if not exists "silver"."every_type" (
  "text" text collate "C",
  "integer" integer,
  "is_integer_missing" boolean,
  "bigint" bigint,
  "decimal" decimal(38, 6),
  "double" double precision,
  "boolean" boolean,
  "date" date,
  "time" time,
  "timestamp" timestamp,
  "instant" timestamptz,
  "_batch_id" text collate "C",
  "_row_number" bigint
);

-- table silver.every_type__rejects
create table if not exists "silver"."every_type__rejects" (
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "rule" text collate "C",
  "column_name" text collate "C",
  "value" text collate "C",
  "witness_batch_id" text collate "C",
  "witness_row_number" bigint
);

-- table silver.every_type__duplicates
create table if not exists "silver"."every_type__duplicates" (
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "winner_batch_id" text collate "C",
  "winner_row_number" bigint
);
