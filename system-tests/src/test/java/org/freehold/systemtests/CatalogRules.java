package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold of the catalog of PostgreSQL so that tenants stay apart; each answers what is
 * wrong.
 */
final class CatalogRules {
  private static final String ISOLATION =
      "(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)";
  private static final String OURS =
      " from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('control', 'tenant')"
          + " and c.relname not like 'flyway_history%'";
  private static final String OF_TENANTS = " and obj_description(c.oid) like 'TENANT:%'";

  /** Each rule by what it demands; its query finds the offenders. */
  static final Map<String, String> RULES = rules();

  private CatalogRules() {}

  private static Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put(
        "the comment of every table names its class",
        "select c.oid::regclass::text"
            + OURS
            + " and c.relkind in ('r', 'p') and not c.relispartition"
            + " and coalesce(obj_description(c.oid), '') !~ case n.nspname when 'tenant' then '^TENANT: .' else '^(PLATFORM|USER|QUEUE): .' end");
    rules.put(
        "row-level security is forced on every table of tenants",
        "select c.oid::regclass::text"
            + OURS
            + OF_TENANTS
            + " and not (c.relrowsecurity and c.relforcerowsecurity)");
    rules.put(
        "every table of tenants has the policy of isolation, for reading and writing",
        "select c.oid::regclass::text"
            + OURS
            + OF_TENANTS
            + " and not exists (select from pg_policies p where p.schemaname = n.nspname"
            + " and p.tablename = c.relname and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE' and p.roles = '{public}'"
            + " and p.qual = '"
            + ISOLATION
            + "' and p.with_check = '"
            + ISOLATION
            + "')");
    rules.put(
        "no other policy opens a table further, but versions to what nodes ask in the background",
        "select p.tablename || ' ' || p.policyname from pg_policies p where p.permissive = 'PERMISSIVE'"
            + " and not (p.tablename in ('access_version', 'flag_version') and p.cmd = 'SELECT' and p.roles = '{freehold_worker}')"
            + " and (p.qual is distinct from '"
            + ISOLATION
            + "' or p.with_check is distinct from '"
            + ISOLATION
            + "')");
    rules.put(
        "the owner owns everything, and nobody signs in as the owner",
        "select c.oid::regclass::text"
            + OURS
            + " and c.relkind <> 'i' and c.relowner <> 'freehold_owner'::regrole"
            + " union all select rolname from pg_roles where rolname = 'freehold_owner' and rolcanlogin");
    rules.put(
        "the roles of the server bypass nothing and belong to no other role",
        "select rolname from pg_roles where rolname in ('freehold_app', 'freehold_worker', 'freehold_owner')"
            + " and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)"
            + " union all select member::regrole::text from pg_auth_members where member in ('freehold_app'::regrole, 'freehold_worker'::regrole)");
    rules.put(
        "every key and index of tenants begins with the tenant",
        "select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'tenant' and c.relname not like 'flyway_history%'"
            + " and coalesce((select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]), '') <> 'tenant_id'");
    rules.put(
        "every table of tenants has a key",
        "select c.oid::regclass::text"
            + OURS
            + OF_TENANTS
            + " and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)");
    rules.put(
        "there is no materialized view",
        "select c.oid::regclass::text from pg_class c where c.relkind = 'm'");
    rules.put(
        "every view asks with the rights of the caller",
        "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v'"
            + " and n.nspname not in ('pg_catalog', 'information_schema') and not coalesce(c.reloptions @> '{security_invoker=true}', false)");
    rules.put(
        "no function runs with the rights of its owner but the look-up of keys, the renewal of partitions, the thinning of checkpoints and the removal of what is certified, by row and by month, and of messages, which look nowhere else and are not for everybody",
        "select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef"
            + " and n.nspname not in ('pg_catalog', 'information_schema') and not ((p.oid::regprocedure::text = 'control.api_keys_of(text)'"
            + " and p.proconfig = '{\"search_path=\\\"\\\"\"}'"
            + " or p.oid::regprocedure::text in ('tenant.renew_message_partitions(integer)', 'tenant.thin_audit_checkpoints()',"
            + " 'tenant.remove_certified_events(uuid,uuid,integer)', 'tenant.drop_certified_month(date,uuid[])', 'tenant.make_audit_months()',"
            + " 'tenant.remove_messages(uuid,timestamp with time zone,integer)')"
            + " and 'search_path=tenant, pg_temp' = any (p.proconfig)) and p.proowner = 'freehold_owner'::regrole"
            + " and not exists (select from aclexplode(p.proacl) g where g.grantee not in (p.proowner, 'freehold_app'::regrole)))");
    rules.put(
        "nothing of a tenant points into another schema",
        "select o.conname from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_class f on f.oid = o.confrelid"
            + " where o.contype = 'f' and c.relnamespace = 'tenant'::regnamespace and f.relnamespace <> c.relnamespace");
    rules.put(
        "tenants share no sequence",
        "select c.oid::regclass::text" + OURS + " and n.nspname = 'tenant' and c.relkind = 'S'");
    rules.put(
        "nobody has rights on a partition, or on single columns",
        "select c.oid::regclass::text"
            + OURS
            + " and c.relispartition and c.relkind = 'r' and exists (select from aclexplode(c.relacl) g where g.grantee <> c.relowner)"
            + " union all select c.oid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null"
            + " and c.relnamespace in ('tenant'::regnamespace, 'control'::regnamespace)");
    return rules;
  }

  /** All offenders against all rules. */
  static List<String> offences(Connection connection) throws SQLException {
    List<String> offences = new ArrayList<>();
    for (Map.Entry<String, String> rule : RULES.entrySet()) {
      for (String offender : Database.texts(connection, rule.getValue())) {
        offences.add(rule.getKey() + ": " + offender);
      }
    }
    return offences;
  }

  /** What others than the owner may do on each table, as {@code role: rights}. */
  static Map<String, String> grants(Connection connection) throws SQLException {
    Map<String, String> grants = new TreeMap<>();
    String sql =
        "select c.relname || '=' || r.who || ': ' || r.rights from (select c.oid, coalesce(nullif(g.grantee, 0)::regrole::text, 'public') as who,"
            + " string_agg(lower(g.privilege_type), ' ' order by g.privilege_type) as rights from pg_class c, aclexplode(c.relacl) g"
            + " where g.grantee <> c.relowner group by 1, 2) r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname in ('control', 'tenant') order by 1";
    for (String line : Database.texts(connection, sql)) {
      String[] parts = line.split("=", 2);
      grants.merge(
          parts[0], parts[1], (one, other) -> one.equals(other) ? one : one + ", " + other);
    }
    return grants;
  }
}
