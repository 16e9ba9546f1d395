-- schema bronze
create schema if not exists "bronze";

-- table bronze.orders
create table if not exists "bronze"."orders" (
  "id" text collate "C",
  "Order Date" text collate "C",
  "amount" text collate "C",
  "_loaded_at" timestamp,
  "_source_id" text collate "C",
  "_source_file" text collate "C",
  "_batch_id" text collate "C",
  "_row_number" bigint,
  "_row_hash" text collate "C",
  "_schema_version" integer
);
