-- remove silver_every_type
drop table if exists `silver_every_type`;

-- remove silver_every_type__rejects
drop table if exists `silver_every_type__rejects`;

-- remove silver_every_type__duplicates
drop table if exists `silver_every_type__duplicates`;

-- remove silver_every_type__next
drop table if exists `silver_every_type__next`;

-- remove silver_every_type__old
drop table if exists `silver_every_type__old`;

-- remove silver_every_type__rejects__next
drop table if exists `silver_every_type__rejects__next`;

-- remove silver_every_type__rejects__old
drop table if exists `silver_every_type__rejects__old`;

-- remove silver_every_type__duplicates__next
drop table if exists `silver_every_type__duplicates__next`;

-- remove silver_every_type__duplicates__old
drop table if exists `silver_every_type__duplicates__old`;

-- remove silver_every_type__stage
drop table if exists `silver_every_type__stage`;
