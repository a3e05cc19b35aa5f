package org.freehold.engine.migration.jdbc;

/** What is asked of {@code pg_catalog}; each query takes the schema's name once. */
final class CatalogQueries {
  private CatalogQueries() {}

  /** Ordinary tables of their own: no partitions, no children. */
  private static final String OWN_TABLES =
      """
      WITH schema AS (SELECT oid FROM pg_namespace WHERE nspname = ?),
      own AS (
        SELECT c.oid, c.relname FROM pg_class c JOIN schema s ON s.oid = c.relnamespace
        WHERE c.relkind = 'r'
          AND NOT EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent)))
      """;

  static final String TABLES =
      OWN_TABLES
          + """
          SELECT own.relname AS name, greatest(c.reltuples, 0)::bigint AS rows,
            pg_total_relation_size(own.oid) AS bytes
          FROM own JOIN pg_class c ON c.oid = own.oid ORDER BY own.relname
          """;

  static final String COLUMNS =
      OWN_TABLES
          + """
          SELECT own.relname AS table_name, a.attname AS name,
            format_type(a.atttypid, a.atttypmod)
              || CASE WHEN a.attcollation <> t.typcollation
                 THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END AS type,
            NOT a.attnotnull AS nullable, a.attidentity::text AS identity,
            a.attgenerated <> '' AS generated, pg_get_expr(d.adbin, d.adrelid) AS expression
          FROM own JOIN pg_attribute a ON a.attrelid = own.oid
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY own.relname, a.attnum
          """;

  static final String CONSTRAINTS =
      OWN_TABLES
          + """
          SELECT own.relname AS table_name, k.conname AS name,
            CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE'
              WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'FOREIGN_KEY' ELSE 'EXCLUSION' END AS kind,
            pg_get_constraintdef(k.oid) AS definition,
            ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS c(num, place)
              JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.num
              ORDER BY c.place) AS columns,
            r.relname AS referenced, k.convalidated AS validated
          FROM own JOIN pg_constraint k ON k.conrelid = own.oid
            LEFT JOIN pg_class r ON r.oid = k.confrelid AND k.contype = 'f'
          WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') ORDER BY own.relname, k.conname
          """;

  static final String INDEXES =
      OWN_TABLES
          + """
          SELECT own.relname AS table_name, c.relname AS name,
            pg_get_indexdef(c.oid, 0, true) AS definition, i.indisunique AS is_unique,
            i.indisvalid AND i.indisready AS is_valid,
            EXISTS (SELECT FROM pg_constraint k
              WHERE k.conindid = c.oid AND k.conrelid = own.oid AND k.contype IN ('p', 'u', 'x'))
              AS of_constraint
          FROM own JOIN pg_index i ON i.indrelid = own.oid JOIN pg_class c ON c.oid = i.indexrelid
          ORDER BY own.relname, c.relname
          """;

  static final String ENUMS =
      """
      SELECT t.typname AS name,
        ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid
          ORDER BY e.enumsortorder) AS values
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = ? AND t.typtype = 'e' ORDER BY t.typname
      """;

  /** All that typed operations neither make nor change, what belongs to extensions left out. */
  static final String OTHERS =
      """
      WITH schema AS (SELECT oid, quote_ident(nspname) || '.' AS prefix FROM pg_namespace
        WHERE nspname = ?),
      relation AS (SELECT c.* FROM pg_class c JOIN schema s ON s.oid = c.relnamespace),
      found AS (
        SELECT 'pg_class'::regclass AS class, c.oid,
          CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
            WHEN 'f' THEN 'foreign table' WHEN 'p' THEN 'partitioned table' ELSE 'partition' END
            AS kind,
          c.relname::text AS name,
          coalesce(pg_get_viewdef(c.oid), pg_get_expr(c.relpartbound, c.oid), '') AS definition,
          ARRAY(SELECT DISTINCT t.relname::text FROM pg_rewrite r
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
              AND d.refclassid = 'pg_class'::regclass
            JOIN pg_class t ON t.oid = d.refobjid AND t.oid <> c.oid
            WHERE r.ev_class = c.oid ORDER BY 1) AS tables
        FROM relation c
        WHERE c.relkind IN ('v', 'm', 'f', 'p')
          OR c.relkind = 'r'
            AND EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent))
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, 'sequence', c.relname::text,
          format('CREATE SEQUENCE %I AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s',
            c.relname, q.seqtypid::regtype, q.seqincrement, q.seqmin, q.seqmax, q.seqstart,
            q.seqcache) || CASE WHEN q.seqcycle THEN ' CYCLE' ELSE '' END, '{}'
        FROM relation c JOIN pg_sequence q ON q.seqrelid = c.oid
        WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
          AND d.objid = c.oid AND d.deptype = 'i')
        UNION ALL
        SELECT 'pg_proc'::regclass, p.oid, CASE p.prokind WHEN 'p' THEN 'procedure'
            WHEN 'a' THEN 'aggregate' ELSE 'function' END, p.oid::regprocedure::text,
          CASE WHEN p.prokind = 'a' THEN '' ELSE replace(pg_get_functiondef(p.oid), s.prefix, '')
            END, '{}'
        FROM pg_proc p JOIN schema s ON s.oid = p.pronamespace
        UNION ALL
        SELECT 'pg_trigger'::regclass, t.oid, 'trigger', t.tgname || ' on ' || c.relname,
          pg_get_triggerdef(t.oid, true) || ' (' || t.tgenabled::text || ')', ARRAY[c.relname::text]
        FROM pg_trigger t JOIN relation c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
        UNION ALL
        SELECT 'pg_rewrite'::regclass, r.oid, 'rule', r.rulename || ' on ' || c.relname,
          pg_get_ruledef(r.oid, true), ARRAY[c.relname::text]
        FROM pg_rewrite r JOIN relation c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'
        UNION ALL
        SELECT 'pg_policy'::regclass, p.oid, 'policy', p.polname || ' on ' || c.relname,
          concat_ws(' ', p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid),
            pg_get_expr(p.polwithcheck, p.polrelid)), ARRAY[c.relname::text]
        FROM pg_policy p JOIN relation c ON c.oid = p.polrelid
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, 'row security', 'on ' || c.relname,
          c.relforcerowsecurity::text, ARRAY[c.relname::text]
        FROM relation c WHERE c.relrowsecurity
        UNION ALL
        SELECT 'pg_statistic_ext'::regclass, x.oid, 'statistics', x.stxname::text,
          replace(pg_get_statisticsobjdef(x.oid), s.prefix, ''),
          ARRAY[(SELECT c.relname::text FROM pg_class c WHERE c.oid = x.stxrelid)]
        FROM pg_statistic_ext x JOIN schema s ON s.oid = x.stxnamespace
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid,
          CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END,
          t.typname::text,
          CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
            || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
            || coalesce((SELECT string_agg(' ' || pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
              FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
          WHEN 'c' THEN (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod),
            ', ' ORDER BY a.attnum) FROM pg_attribute a
            WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
          ELSE '' END, '{}'
        FROM pg_type t JOIN schema s ON s.oid = t.typnamespace
          LEFT JOIN pg_class c ON c.oid = t.typrelid
        WHERE t.typtype IN ('d', 'r') OR t.typtype = 'c' AND c.relkind = 'c')
      SELECT kind, name, definition, tables FROM found
      WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = found.class
        AND d.objid = found.oid AND d.deptype = 'e')
      ORDER BY kind, name
      """;
}
