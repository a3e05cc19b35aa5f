package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends the server and the database in the middle of their work. */
@Timeout(600)
@OwnServers
class KillIT {
  private static final int WRITERS = 4;

  /** The long form, with -Pproof, kills ten times each and under more writes. */
  private static final boolean PROOF = Boolean.getBoolean("freehold.proof");

  private static final int ROUNDS = PROOF ? 20 : 2;
  private static final int ENOUGH = PROOF ? 1000 : 100;

  @Test
  void nothingAcknowledgedIsLostWhenTheServerOrTheDatabaseIsKilled() throws Exception {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    TestTenant tenant = KilledInstallation.newTenant();
    for (int round = 0; round < ROUNDS; round++) {
      // In turns: the server, and the database under a server that goes on.
      if (round % 2 == 0) {
        killInTheMiddle(tenant, acknowledged, KilledInstallation::kill);
        KilledInstallation.startAgain();
      } else {
        killInTheMiddle(tenant, acknowledged, KilledInstallation::killDatabase);
        KilledInstallation.startDatabaseAgain();
      }
      everythingIsThere(KilledInstallation.server(), tenant, acknowledged);
      SealedTrail.isWhole(KilledInstallation.server(), tenant);
    }
    Fixtures.project(KilledInstallation.owner(tenant));
  }

  private static void killInTheMiddle(TestTenant tenant, Set<String> acknowledged, Runnable kill) {
    Api api = KilledInstallation.owner(tenant);
    int before = acknowledged.size();
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> CompletableFuture.runAsync(() -> writeUntilItFails(api, acknowledged)))
            .toList();
    int enough =
        Await.until(Duration.ofSeconds(60), acknowledged::size, size -> size >= before + ENOUGH);
    kill.run();
    writers.forEach(CompletableFuture::join);
    assertThat(enough).isGreaterThanOrEqualTo(before + ENOUGH);
  }

  private static void writeUntilItFails(Api api, Set<String> acknowledged) {
    try {
      Answer answer = write(api);
      while (answer.status() == 201 || answer.status() == 429) {
        if (answer.status() == 201) {
          acknowledged.add(answer.id());
        }
        answer = write(api);
      }
    } catch (IOException e) {
      // The connection broke: that write was not acknowledged, whatever became of it.
      return;
    }
  }

  private static Answer write(Api api) throws IOException {
    return api.exchange(
        "POST", "/api/projects", BodyPublishers.ofString(Body.of("name", Fixtures.unique("Load"))));
  }

  private static void everythingIsThere(
      FreeholdServer server, TestTenant tenant, Set<String> acknowledged) throws SQLException {
    try (Connection connection = server.database().administrator().connect()) {
      String ofTenant = " where tenant_id = '" + tenant.id() + "'";
      List<String> projects =
          Database.texts(connection, "select id from tenant.project" + ofTenant);
      List<String> events =
          new ArrayList<>(
              Database.texts(
                  connection,
                  "select resource_id from tenant.audit_event"
                      + ofTenant
                      + " and action = 'project.created' and success"));
      assertThat(projects).containsAll(acknowledged).doesNotHaveDuplicates();
      assertThat(events).containsExactlyInAnyOrderElementsOf(projects);
      assertThat(
              Database.texts(
                  connection,
                  "select e.id from tenant.audit_event e"
                      + ofTenant
                      + " and not exists (select from tenant.audit_disclosure d where d.tenant_id = e.tenant_id and d.event_id = e.id) and action = 'project.created' and success"))
          .isEmpty();
    }
  }
}
