-- destructive: remove column Order Date of bronze_orders
alter table `bronze_orders` drop column `Order Date`;

-- add column new "one" to bronze_orders
alter table `bronze_orders` add column `new "one"` longtext character set utf8mb4 collate utf8mb4_0900_bin;
