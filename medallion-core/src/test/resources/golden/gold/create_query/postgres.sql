-- schema gold
create schema if not exists "gold";

-- table gold.big_orders
create table if not exists "gold"."big_orders" (
  "id" integer,
  "amount" decimal(12, 2),
  "segment" text collate "C"
);
