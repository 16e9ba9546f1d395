-- schema bronze
create schema if not exists "bronze";

-- table bronze.it's "quoted"
create table if not exists "bronze"."it's ""quoted""" (
  "select" varchar,
  "a ""quote""" varchar,
  "back`tick" varchar,
  "it's" varchar,
  "😀 mood" varchar,
  "semi;colon -- x" varchar,
  "ünï" varchar,
  "{0} ? :x" varchar,
  "_loaded_at" timestamp,
  "_source_id" varchar,
  "_source_file" varchar,
  "_batch_id" varchar,
  "_row_number" bigint,
  "_row_hash" varchar,
  "_schema_version" integer
);
