-- schema gold
create schema if not exists "gold";

-- table gold.monthly
create table if not exists "gold"."monthly" (
  "ordered_on_month" date,
  "segment" text collate "C",
  "orders" bigint,
  "revenue" decimal(38, 2),
  "paid" decimal(38, 2),
  "paid_share" double precision,
  "percent" double precision
);
