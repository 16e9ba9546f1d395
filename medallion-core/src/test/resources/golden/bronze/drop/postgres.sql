-- remove bronze.orders
drop table if exists "bronze"."orders";
