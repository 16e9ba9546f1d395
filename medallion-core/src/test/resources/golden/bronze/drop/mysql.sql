-- remove bronze_orders
drop table if exists `bronze_orders`;
