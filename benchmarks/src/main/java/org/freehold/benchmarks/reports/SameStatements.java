package org.freehold.benchmarks.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * What a report asks, sent by hand one after the other: each question's count, its sample, and the
 * hashes of all events with their columns.
 *
 * @param statements those of the report, with values in the place of names
 */
record SameStatements(
    DatabaseLogin administrator, String tenant, long begin, long end, List<String> statements) {
  private static final String HASHES =
      """
      select count(*) from (select l.position / 256 as tile, string_agg(sha256('\\x00'::bytea || e.leaf), ''::bytea
          order by l.position) as hashes, bool_and(convert_from(e.leaf, 'UTF8')::jsonb ->> 'action' = e.action) as same
        from audit_leaf l join audit_event e on e.tenant_id = l.tenant_id and e.id = l.event_id
        where l.tenant_id = '%s' and l.position >= %d and l.position < %d group by 1) h
      left join audit_tile t on t.tenant_id = '%1$s' and t.level = 0 and t.index = h.tile
      where h.hashes is distinct from t.hashes or not h.same""";

  /** How long all of them take. */
  double seconds() {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = tenant");
      long start = System.nanoTime();
      statement.execute(HASHES.formatted(tenant, begin, end));
      for (String one : statements) {
        statement.execute(
            "select count(*), count(*) filter (where p.exception) from (" + one + ") p");
        statement.execute(
            "select p.position from ("
                + one
                + ") p order by sha256(uuid_send(p.id)), p.position limit 25");
      }
      return (System.nanoTime() - start) / 1e9;
    } catch (SQLException e) {
      throw new IllegalStateException("The statements could not be measured", e);
    }
  }
}
