package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the server while the sealer is held up at each of the tables that it writes, in turn. */
@Timeout(300)
@OwnServers
class SealerKillIT {
  /** What the tree is made of, and what is signed. */
  private static final List<String> PHASES = List.of("tenant.audit_tile", "control.audit_head");

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void whateverTheSealerWritesWhenItIsKilledIsWrittenOnceAndContinuesWhatWasSigned()
      throws Exception {
    TestTenant tenant = KilledInstallation.newTenant();
    List<String> kept = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (String table : PHASES) {
      kept.add(AuditBundles.checkpoint(KilledInstallation.owner(tenant)));
      made.add(killedAt(table, tenant));
      KilledInstallation.startAgain();
      SealedTrail.isWhole(KilledInstallation.server(), tenant);
    }
    Api owner = KilledInstallation.owner(tenant);
    String[] before = kept.toArray(String[]::new);
    assertThat(AuditBundles.verify(owner, new AuditBundles(folder).whole(owner), before).findings())
        .isEmpty();
    assertThat(
            owner
                .get("/api/audit-logs?action=project.created&limit=200")
                .is(200)
                .each("resource_id"))
        .containsExactlyInAnyOrderElementsOf(made);
  }

  /** The project whose event the sealer was at. */
  private static String killedAt(String table, TestTenant tenant) throws SQLException {
    try (Connection held = KilledInstallation.server().database().administrator().connect();
        Connection watching = KilledInstallation.server().database().administrator().connect()) {
      held.setAutoCommit(false);
      Database.run(held, "lock table " + table + " in share row exclusive mode");
      String project = Fixtures.project(KilledInstallation.owner(tenant));
      String waiting =
          "select count(*) from pg_locks where not granted and relation = '"
              + table
              + "'::regclass";
      assertThat(Await.until(LONG, () -> Database.count(watching, waiting), count -> count > 0))
          .as(table)
          .isPositive();
      KilledInstallation.kill();
      held.rollback();
      return project;
    }
  }
}
