-- schema bronze
create schema if not exists "bronze";

-- table bronze.tttttttttttttttttttttttttttttttttttttttttttttttttttttt_0afa5eb0
create table if not exists "bronze"."tttttttttttttttttttttttttttttttttttttttttttttttttttttt_0afa5eb0" (
  "cccccccccccccccccccccccccccccccccccccccccccccccccccccc_b9defaed" text collate "C",
  "cccccccccccccccccccccccccccccccccccccccccccccccccccccc_bcf2c890" text collate "C",
  "😀😀😀😀😀😀😀😀😀😀😀😀😀_3a49cf35" text collate "C",
  "_loaded_at" timestamp,
  "_source_id" text collate "C",
  "_source_file" text collate "C",
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_row_hash" text collate "C",
  "_schema_version" integer
);
