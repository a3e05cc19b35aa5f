package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.freehold.launcher.FreeholdServer;

/** What the sealer left, whatever it was at when it was killed. */
final class SealedTrail {
  private static final String STATE =
      "select (select count(*) from control.audit_pending where tenant_id = '%1$s') || ' '"
          + " || (select count(*) - (select size from tenant.audit_tree where tenant_id = '%1$s')"
          + " from tenant.audit_event where tenant_id = '%1$s') || ' '"
          + " || (select count(*) || ' ' || max(position) + 1 - count(distinct event_id)"
          + " from tenant.audit_leaf where tenant_id = '%1$s') || ' '"
          + " || (select sum(length(hashes) / 32) from tenant.audit_tile where tenant_id = '%1$s' and level = 0)";

  private SealedTrail() {}

  /** Every event has its place, once, and a checkpoint covers it. */
  static void isWhole(FreeholdServer server, TestTenant tenant) throws SQLException {
    try (Connection connection = server.database().administrator().connect()) {
      String seen =
          Await.until(
              Duration.ofSeconds(30),
              () -> first(connection, STATE.formatted(tenant.id())),
              state -> state.startsWith("0 0 "));
      // Pending and unplaced none; as many places as events, dense; as many hashes in the tiles.
      assertThat(seen).matches("0 0 (\\d+) 0 \\1");
    }
    AuditBundles.checkpoint(KilledInstallation.owner(tenant));
  }

  private static String first(Connection connection, String sql) {
    try {
      return Database.texts(connection, sql).get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
