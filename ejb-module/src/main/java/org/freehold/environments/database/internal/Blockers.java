package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Names the sessions that a plan would have to wait for. */
final class Blockers {
  private static final String HOLDERS =
      """
      select distinct 'session ' || a.pid || ' of ' || a.usename
        || coalesce(' (' || nullif(a.application_name, '') || ')', '')
        || coalesce(', in a transaction since ' || to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
      from pg_locks l
        join pg_stat_activity a on a.pid = l.pid
        join pg_class c on c.oid = l.relation
        join pg_namespace n on n.oid = c.relnamespace
        join pg_database d on d.oid = l.database
      where d.datname = current_database() and n.nspname = ? and c.relname::text = any (?::text[])
        and l.granted and l.pid <> ? and l.pid <> pg_backend_pid()""";

  /** How long a transaction may be open before nobody queues behind it. */
  private static final String OLD = " and a.xact_start < clock_timestamp() - interval '30 seconds'";

  private static final String OLDEST =
      """
      select 'session ' || pid || ' of ' || coalesce(usename, '?')
        || coalesce(', in a transaction since ' || to_char(xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and (xact_start < clock_timestamp() - interval '30 seconds') order by xact_start limit 1""";

  private final Connection keeper;
  private final Site site;

  Blockers(Connection keeper, Site site) {
    this.keeper = keeper;
    this.site = site;
  }

  /**
   * Who holds a lock on one of the tables, besides the session with this number; null for nobody.
   */
  String holding(List<String> tables, int self) throws SQLException {
    return first(HOLDERS, tables, self);
  }

  /**
   * Likewise, in a transaction that has been open for so long that everybody else would have to
   * queue behind us.
   */
  String holdingForLong(List<String> tables, int self) throws SQLException {
    return first(HOLDERS + OLD, tables, self);
  }

  private String first(String query, List<String> tables, int self) throws SQLException {
    return tables.isEmpty() ? null : Jdbc.text(keeper, query, site.schema(), tables, self);
  }

  /** The oldest open transaction of the database: concurrent index builds wait for all of them. */
  String oldest() throws SQLException {
    return Jdbc.text(keeper, OLDEST);
  }

  /** Ends what a killed server left running as this environment. The caller holds its lock. */
  void endLeftovers() throws SQLException {
    Jdbc.text(
        keeper,
        "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
            + " where usename = ? and application_name = ? and pid <> pg_backend_pid()"
            + " and datname = current_database()",
        site.role(),
        Sessions.APPLICATION);
  }
}
