-- destructive: remove column Order Date of bronze.orders
alter table "bronze"."orders" drop column "Order Date";

-- add column new "one" to bronze.orders
alter table "bronze"."orders" add column "new ""one""" varchar;
