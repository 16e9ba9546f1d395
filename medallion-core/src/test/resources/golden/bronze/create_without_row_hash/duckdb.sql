-- schema bronze
create schema if not exists "bronze";

-- table bronze.orders
create table if not exists "bronze"."orders" (
  "id" varchar,
  "Order Date" varchar,
  "amount" varchar,
  "_loaded_at" timestamp,
  "_source_id" varchar,
  "_source_file" varchar,
  "_batch_id" varchar,
  "_row_number" bigint,
  "_schema_version" integer
);
