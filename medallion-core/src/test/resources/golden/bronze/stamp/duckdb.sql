-- schema bronze
create schema if not exists "bronze";

-- table bronze.orders
create table if not exists "bronze"."orders" (
  "id" varchar,
  "Order Date" varchar,
  "amount" varchar,
  "_row_number" bigint
);

-- first row
insert into "bronze"."orders" (_row_number) values (1);

-- stamp of the rows of bronze.orders with _loaded_at
alter table "bronze"."orders" add column "_loaded_at" timestamp default timestamp '2026-11-27 20:15:30.123456';

-- end of the default of _loaded_at
alter table "bronze"."orders" alter column "_loaded_at" drop default;

-- stamp of the rows of bronze.orders with _source_id
alter table "bronze"."orders" add column "_source_id" varchar default '/data/o''brien\orders.csv';

-- end of the default of _source_id
alter table "bronze"."orders" alter column "_source_id" drop default;

-- stamp of the rows of bronze.orders with _source_file
alter table "bronze"."orders" add column "_source_file" varchar default 'o''brien\orders.csv';

-- end of the default of _source_file
alter table "bronze"."orders" alter column "_source_file" drop default;

-- stamp of the rows of bronze.orders with _batch_id
alter table "bronze"."orders" add column "_batch_id" varchar default 'b1';

-- end of the default of _batch_id
alter table "bronze"."orders" alter column "_batch_id" drop default;

-- stamp of the rows of bronze.orders with _schema_version
alter table "bronze"."orders" add column "_schema_version" integer default 3;

-- end of the default of _schema_version
alter table "bronze"."orders" alter column "_schema_version" drop default;

-- second row
insert into "bronze"."orders" (_row_number) values (2);
