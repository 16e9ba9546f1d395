-- schema bronze
create schema if not exists "bronze";

-- table bronze.orders
create table if not exists "bronze"."orders" (
  "id" text collate "C",
  "Order Date" text collate "C",
  "amount" text collate "C",
  "_row_number" bigint,
  "_row_hash" text collate "C"
);
