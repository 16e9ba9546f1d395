-- schema silver
create schema if not exists "silver";

-- table silver.every_type
create table if not exists "silver"."every_type" (
  "text" varchar,
  "integer" integer,
  "is_integer_missing" boolean,
  "bigint" bigint,
  "decimal" decimal(38, 6),
  "double" double,
  "boolean" boolean,
  "date" date,
  "time" time,
  "timestamp" timestamp,
  "instant" timestamptz,
  "_batch_id" varchar,
  "_row_number" bigint
);

-- table silver.every_type__rejects
create table if not exists "silver"."every_type__rejects" (
  "_batch_id" varchar,
  "_row_number" bigint,
  "rule" varchar,
  "column_name" varchar,
  "value" varchar,
  "witness_batch_id" varchar,
  "witness_row_number" bigint
);

-- table silver.every_type__duplicates
create table if not exists "silver"."every_type__duplicates" (
  "_batch_id" varchar,
  "_row_number" bigint,
  "winner_batch_id" varchar,
  "winner_row_number" bigint
);
