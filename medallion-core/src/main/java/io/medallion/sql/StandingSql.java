package io.medallion.sql;

import io.medallion.sql.SqlScript.Step;
import java.util.List;
import java.util.StringJoiner;
import org.jooq.impl.DSL;

/**
 * Queries of the catalog: which columns the standing tables and their next versions have, and what depends on the standing
 * tables. Their rows are {@code place, is_next, dependent, column_name, type, in_place, keeps, fixes, forbids, outlives}.
 *
 * <p>A row of a column has its type. A row of a dependent says how it depends, with the column if it is about one: {@code
 * in_place} when swapping the table would lose or break it, {@code keeps} when columns must not go under it, {@code fixes} when
 * types must not change under it, {@code forbids} when rows must not be deleted under it, {@code outlives} when it is no part of
 * the table.
 */
final class StandingSql {

    private final Rendering rendering;

    StandingSql(Rendering rendering) {
        this.rendering = rendering;
    }

    /**
     * The columns, and what belongs to the tables themselves, however it is found.
     *
     * @param tables the tables readers see; {@code place} is the place of a table in this list
     */
    SqlStatement standing(List<TableName> tables) {
        String text =
                switch (rendering.dialect()) {
                    case DUCKDB -> DUCKDB.replace("{named}", named(tables));
                    case POSTGRES -> POSTGRES.replace("{named}", named(tables));
                    case MARIADB, MYSQL -> each(MARIADB_COLUMNS, tables) + UNION + each(MARIADB, tables);
                };
        return new SqlStatement(Step.QUERY, "what depends on " + tables.get(0), text);
    }

    /** The views that read the tables by name; on PostgreSQL, where they do by identity, the other query knows them. */
    SqlStatement views(List<TableName> tables) {
        String text =
                switch (rendering.dialect()) {
                    case DUCKDB -> DUCKDB_VIEWS.replace("{named}", named(tables));
                    case POSTGRES -> POSTGRES.replace("{named}", named(tables));
                    case MARIADB, MYSQL -> each(MARIADB_VIEWS, tables);
                };
        return new SqlStatement(Step.QUERY, "views on " + tables.get(0), text);
    }

    private String named(List<TableName> tables) {
        StringJoiner rows = new StringJoiner("\n  union all ");
        for (int i = 0; i < tables.size(); i++) {
            rows.add(named(i, false, tables.get(i)));
            rows.add(named(i, true, rendering.naming().next(tables.get(i))));
        }
        return rows.toString();
    }

    private String named(int place, boolean next, TableName table) {
        return "select " + place + " as place, " + next + " as is_next, " + schema(table) + " as table_schema, "
                + literal(table.name()) + " as table_name";
    }

    /** MariaDB looks a table up only where its name stands in the condition; a join would read the catalog of every database. */
    private String each(String template, List<TableName> tables) {
        StringJoiner queries = new StringJoiner(UNION);
        for (int i = 0; i < tables.size(); i++) {
            TableName table = tables.get(i);
            queries.add(template.replace("{place}", "" + i)
                    .replace("{schema}", schema(table))
                    .replace("{table}", literal(table.name()))
                    .replace("{next}", literal(rendering.naming().next(table).name())));
        }
        return queries.toString();
    }

    private String schema(TableName table) {
        if (table.schema() != null) {
            return literal(table.schema());
        }
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> "current_schema()";
            case MARIADB, MYSQL -> "database()";
        };
    }

    private String literal(String text) {
        return rendering.text(DSL.inline(text));
    }

    private static final String UNION = "\nunion all\n";

    /**
     * What pg_depend knows of a table: an automatic dependent (index, trigger, publication) goes with the table or column, a
     * normal one (view, policy, foreign key, function) keeps it from going. To it come what a new table would lack.
     */
    private static final String POSTGRES =
            """
            with named as (
              {named}
            ), tables as (
              select n.place, n.is_next, c.oid as id, c.reltype, c.relowner, c.relacl, c.reloptions, c.relrowsecurity,
                c.relforcerowsecurity, c.relreplident
              from named n
                join pg_catalog.pg_namespace s on s.nspname = n.table_schema
                join pg_catalog.pg_class c on c.relnamespace = s.oid and c.relname = n.table_name
            ), standing as (
              select * from tables where not is_next
            ), beside as (
              select s.*, n.relowner as next_owner, n.relacl as next_acl,
                nullif(array_remove(n.reloptions, 'autovacuum_enabled=false'), '{}') as next_options
              from standing s left join tables n on n.is_next and n.place = s.place
            )
            select place, is_next, null as dependent, a.attname::text as column_name,
              format_type(a.atttypid, a.atttypmod) || coalesce(' collate ' || nullif(a.attcollation, 0)::regcollation, '') as type,
              false as in_place, false as keeps, false as fixes, false as forbids,
              false as outlives
            from tables join pg_catalog.pg_attribute a on a.attrelid = id and a.attnum > 0 and not a.attisdropped
            union all
            select distinct place, false,
              case when v.oid is null then pg_describe_object(d.classid, d.objid, 0)
                else case v.relkind when 'm' then 'materialized view ' else 'view ' end || v.oid::regclass end,
              a.attname::text, null, true, d.deptype = 'n' and a.attname is not null, d.deptype = 'n' and a.attname is not null,
              coalesce(f.confdeltype in ('c', 'n', 'd', 'r'), false), coalesce(v.oid, f.oid) is not null
            from standing t
              join pg_catalog.pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = t.id and d.deptype in ('n', 'a')
              left join pg_catalog.pg_attribute a on a.attrelid = t.id and a.attnum = d.refobjsubid and d.refobjsubid > 0
              left join pg_catalog.pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
              left join pg_catalog.pg_class v on v.oid = r.ev_class and v.oid <> t.id
              left join pg_catalog.pg_constraint f on d.classid = 'pg_constraint'::regclass and f.oid = d.objid
                and f.contype = 'f' and f.confrelid = t.id
            union all
            select place, false, pg_describe_object(d.classid, d.objid, 0), null, null, true, false, false, false, true
            from standing join pg_catalog.pg_depend d
              on d.refclassid = 'pg_type'::regclass and d.refobjid = reltype and d.deptype = 'n'
            union all
            select place, false, 'owner', null, null, true, false, false, false, false
            from beside where relowner <> coalesce(next_owner, relowner)
            union all
            select place, false, 'grants', null, null, true, false, false, false, false
            from beside where relacl is distinct from next_acl
            union all
            select place, false, 'grants on column ' || a.attname, a.attname::text, null, true, false, false, false, false
            from standing join pg_catalog.pg_attribute a on a.attrelid = id and a.attacl is not null
            union all
            select place, false, 'not null of column ' || a.attname, a.attname::text, null, true, false, false, false, false
            from standing join pg_catalog.pg_attribute a on a.attrelid = id and a.attnum > 0 and a.attnotnull
            union all
            select place, false, 'comment', null, null, true, false, false, false, false
            from standing join pg_catalog.pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = id
            union all
            select place, false, 'settings', null, null, true, false, false, false, false
            from beside
            where relrowsecurity or relforcerowsecurity or relreplident <> 'd' or reloptions is distinct from next_options""";

    private static final String MARIADB_COLUMNS =
            """
            select {place} as place, false as is_next, null as dependent, column_name,
              concat_ws(' ', column_type, collation_name) as type, false as in_place, false as keeps, false as fixes,
              false as forbids, false as outlives
            from information_schema.columns where table_schema = {schema} and table_name = {table}
            union all
            select {place}, true, null, column_name, concat_ws(' ', column_type, collation_name), false, false, false, false, false
            from information_schema.columns where table_schema = {schema} and table_name = {next}""";

    /** Views and grants go by name. Indexes, constraints, triggers and comments belong to the table. */
    private static final String MARIADB =
            """
            select distinct {place}, false, concat('index ', index_name), column_name, null, true, true, true, false, false
            from information_schema.statistics where table_schema = {schema} and table_name = {table}
            union all
            select {place}, false, concat('trigger ', trigger_name), null, null, true, true, true, false, false
            from information_schema.triggers where event_object_schema = {schema} and event_object_table = {table}
            union all
            select distinct {place}, false, concat('foreign key ', constraint_name, ' of ', table_schema, '.', table_name),
              referenced_column_name, null, true, true, true, true, true
            from information_schema.key_column_usage
            where table_schema = {schema} and referenced_table_schema = {schema} and referenced_table_name = {table}
            union all
            select {place}, false, concat(lower(constraint_type), ' ', constraint_name), null, null, true, true, true, false, false
            from information_schema.table_constraints
            where table_schema = {schema} and table_name = {table} and constraint_type in ('FOREIGN KEY', 'CHECK')
            union all
            select {place}, false, 'comment', null, null, true, false, true, false, false
            from information_schema.tables where table_schema = {schema} and table_name = {table} and table_comment <> ''
            union all
            select {place}, false, concat('comment on column ', column_name), column_name, null, true, false, true, false, false
            from information_schema.columns where table_schema = {schema} and table_name = {table} and column_comment <> ''""";

    private static final String MARIADB_VIEWS =
            """
            select {place} as place, false as is_next, concat('view ', v.table_schema, '.', v.table_name) as dependent,
              c.column_name, null as type, false as in_place, c.column_name is not null as keeps, false as fixes, false as forbids,
              true as outlives
            from information_schema.views v
              left join information_schema.columns c
                on c.table_schema = {schema} and c.table_name = {table}
                  and locate(concat('`', replace(c.column_name, '`', '``'), '`'), v.view_definition) > 0
            where locate(
              concat('`', replace({schema}, '`', '``'), '`.`', replace({table}, '`', '``'), '`'), v.view_definition) > 0""";

    /** Views go by name and read what columns there are. An index or constraint keeps every column as it is. */
    private static final String DUCKDB =
            """
            with named as (
              {named}
            ), standing as (
              select t.table_oid, t.comment, n.*
              from named n join duckdb_tables() t
                on lower(t.schema_name) = lower(n.table_schema) and lower(t.table_name) = lower(n.table_name)
                  and t.database_name = current_database()
              where not n.is_next
            )
            select n.place, n.is_next, null as dependent, c.column_name, c.data_type as type, false as in_place,
              false as keeps, false as fixes, false as forbids, false as outlives
            from named n join duckdb_columns() c
              on lower(c.schema_name) = lower(n.table_schema) and lower(c.table_name) = lower(n.table_name)
                and c.database_name = current_database()
            union all
            select s.place, false, 'index ' || i.index_name, null, null, true, true, true, false, false
            from standing s join duckdb_indexes() i using (table_oid)
            where i.database_name = current_database()
            union all
            select s.place, false, lower(c.constraint_type) || ' constraint', null, null, true, true, true, false, false
            from standing s join duckdb_constraints() c using (table_oid)
            where c.database_name = current_database()
            union all
            select distinct s.place, false, 'foreign key of ' || c.schema_name || '.' || c.table_name, null, null, true, true, true,
              true, true
            from standing s join duckdb_constraints() c
              on c.database_name = current_database() and lower(c.referenced_table) = lower(s.table_name)
                and c.constraint_type = 'FOREIGN KEY'
            union all
            select s.place, false, 'comment', null, null, true, false, false, false, false
            from standing s where s.comment is not null
            union all
            select s.place, false, 'comment on column ' || c.column_name, c.column_name, null, true, false, false, false, false
            from standing s join duckdb_columns() c using (table_oid)
            where c.database_name = current_database() and c.comment is not null""";

    private static final String DUCKDB_VIEWS =
            """
            with named as (
              {named}
            )
            select n.place, false as is_next, 'view ' || v.schema_name || '.' || v.view_name as dependent, c.column_name,
              null as type, false as in_place, c.column_name is not null as keeps, false as fixes, false as forbids,
              true as outlives
            from named n
              join duckdb_views() v
                on v.database_name = current_database() and not v.internal and regexp_matches(
                  v.sql, '(?i)(^|[^a-z0-9_])' || regexp_escape(n.table_name) || '($|[^a-z0-9_])')
              left join duckdb_columns() c
                on lower(c.schema_name) = lower(n.table_schema) and lower(c.table_name) = lower(n.table_name)
                  and c.database_name = current_database() and regexp_matches(
                    v.sql, '(?i)(^|[^a-z0-9_])' || regexp_escape(c.column_name) || '($|[^a-z0-9_])')
            where not n.is_next""";
}
