package org.freehold.environments.database.internal;

import java.util.List;

/** The questions to PostgreSQL's catalogs. Each takes the name of the schema. */
final class CatalogQueries {
  private CatalogQueries() {}

  /** Partitions and what inherits are no plain tables. */
  private static final String PLAIN = " and c.relkind = 'r' and not c.relispartition";

  static final String TABLES =
      """
      select c.relname, greatest(c.reltuples, 0)::bigint, pg_catalog.pg_total_relation_size(c.oid)
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ?"""
          + PLAIN;

  static final String COLUMNS =
      """
      select c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
        not a.attnotnull, pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated
      from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid
        left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname = ? and a.attnum > 0 and not a.attisdropped"""
          + PLAIN
          + " order by c.relname, a.attnum";

  static final String CONSTRAINTS =
      """
      select c.relname, k.conname,
        case k.contype when 'p' then 'PRIMARY_KEY' when 'u' then 'UNIQUE' when 'c' then 'CHECK'
          when 'f' then 'FOREIGN_KEY' else 'EXCLUSION' end,
        pg_catalog.pg_get_constraintdef(k.oid),
        (select pg_catalog.array_agg(a.attname::text order by p.place)
         from pg_catalog.unnest(k.conkey) with ordinality p (number, place)
           join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.number),
        (select f.relname from pg_catalog.pg_class f where f.oid = k.confrelid), k.convalidated
      from pg_catalog.pg_constraint k
        join pg_catalog.pg_class c on c.oid = k.conrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and k.contype in ('p', 'u', 'c', 'f', 'x')"""
          + PLAIN;

  static final String INDEXES =
      """
      select c.relname, i.relname, pg_catalog.pg_get_indexdef(x.indexrelid), x.indisunique,
        x.indisvalid and x.indisready and x.indislive,
        exists (select from pg_catalog.pg_constraint k where k.conindid = x.indexrelid
          and k.conrelid = c.oid and k.contype in ('p', 'u', 'x'))
      from pg_catalog.pg_index x
        join pg_catalog.pg_class c on c.oid = x.indrelid
        join pg_catalog.pg_class i on i.oid = x.indexrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ?"""
          + PLAIN;

  static final String ENUMS =
      """
      select t.typname, pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
      from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        join pg_catalog.pg_enum e on e.enumtypid = t.oid
      where n.nspname = ? group by t.typname""";

  private static final String SEQUENCES =
      """
      select 'sequence', c.relname, pg_catalog.format(
        'CREATE SEQUENCE %I AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s',
        c.relname, pg_catalog.format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin,
        s.seqmax, s.seqcache) || case when s.seqcycle then ' CYCLE' else '' end
      from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_sequence s on s.seqrelid = c.oid
      where n.nspname = ? and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid
        and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'i')""";

  private static final String RELATIONS =
      """
      select case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
          when 'f' then 'foreign table' when 'c' then 'composite type' when 'p' then 'partitioned table'
          else 'partition' end,
        c.relname, case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) else '' end
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and (c.relkind in ('v', 'm', 'f', 'c', 'p') or c.relkind = 'r' and c.relispartition)""";

  private static final String FUNCTIONS =
      """
      select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
        p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
        case when p.prokind = 'a' then '' else pg_catalog.pg_get_functiondef(p.oid) end
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where n.nspname = ?""";

  private static final String TRIGGERS =
      """
      select 'trigger', t.tgname || ' on ' || c.relname, pg_catalog.pg_get_triggerdef(t.oid)
      from pg_catalog.pg_trigger t
        join pg_catalog.pg_class c on c.oid = t.tgrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and not t.tgisinternal""";

  private static final String POLICIES =
      """
      select 'policy', o.polname || ' on ' || c.relname, pg_catalog.concat_ws(' ', o.polcmd,
        o.polpermissive, pg_catalog.pg_get_expr(o.polqual, o.polrelid),
        pg_catalog.pg_get_expr(o.polwithcheck, o.polrelid))
      from pg_catalog.pg_policy o
        join pg_catalog.pg_class c on c.oid = o.polrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ?""";

  private static final String ROW_SECURITY =
      """
      select 'row security', c.relname, case when c.relforcerowsecurity then 'forced' else 'enabled' end
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and c.relrowsecurity""";

  private static final String RULES =
      """
      select 'rule', r.rulename || ' on ' || c.relname, pg_catalog.pg_get_ruledef(r.oid)
      from pg_catalog.pg_rewrite r
        join pg_catalog.pg_class c on c.oid = r.ev_class
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and c.relkind in ('r', 'p')""";

  private static final String DOMAINS =
      """
      select 'domain', t.typname, pg_catalog.format_type(t.typbasetype, t.typtypmod)
      from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
      where n.nspname = ? and t.typtype in ('d', 'r')""";

  private static final String INHERITANCE =
      """
      select 'inheritance', c.relname, p.relname
      from pg_catalog.pg_inherits h
        join pg_catalog.pg_class c on c.oid = h.inhrelid
        join pg_catalog.pg_class p on p.oid = h.inhparent
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and c.relkind = 'r' and not c.relispartition""";

  private static final String COLLATIONS =
      """
      select 'collation', a.attname || ' on ' || c.relname, l.collname
      from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_type t on t.oid = a.atttypid
        join pg_catalog.pg_collation l on l.oid = a.attcollation
      where n.nspname = ? and a.attnum > 0 and c.relkind = 'r' and a.attcollation <> t.typcollation""";

  static final List<String> OTHERS =
      List.of(
          SEQUENCES,
          RELATIONS,
          FUNCTIONS,
          TRIGGERS,
          POLICIES,
          ROW_SECURITY,
          RULES,
          DOMAINS,
          INHERITANCE,
          COLLATIONS);
}
