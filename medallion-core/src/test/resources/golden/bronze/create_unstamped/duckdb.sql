-- schema bronze
create schema if not exists "bronze";

-- table bronze.orders
create table if not exists "bronze"."orders" (
  "id" varchar,
  "Order Date" varchar,
  "amount" varchar,
  "_row_number" bigint,
  "_row_hash" varchar
);
