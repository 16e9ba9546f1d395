-- schema bronze
create schema if not exists "bronze";

-- table bronze.it's "quoted"
create table if not exists "bronze"."it's ""quoted""" (
  "select" text collate "C",
  "a ""quote""" text collate "C",
  "back`tick" text collate "C",
  "it's" text collate "C",
  "😀 mood" text collate "C",
  "semi;colon -- x" text collate "C",
  "ünï" text collate "C",
  "{0} ? :x" text collate "C",
  "_loaded_at" timestamp,
  "_source_id" text collate "C",
  "_source_file" text collate "C",
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_row_hash" text collate "C",
  "_schema_version" integer
);
