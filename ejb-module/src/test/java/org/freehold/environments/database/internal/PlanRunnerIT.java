package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.environments.Applied;
import org.freehold.environments.JournalState;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRunnerIT {
  private final UUID deployment = UUID.randomUUID();
  private Site site;

  @BeforeEach
  void makeOrders() throws SQLException {
    site = Orders.environment();
  }

  private PlanRunner runner(Progress progress) {
    return new PlanRunner(site, deployment, Backfills.NONE, progress);
  }

  private String fingerprint() throws MigrationFailed {
    return Databases.read(site).fingerprint();
  }

  @Test
  void appliesAndUndoesToTheVerySame() throws Exception {
    String before = fingerprint();
    Applied applied = runner(Progress.SILENT).apply(Orders.plan());
    assertThat(applied.fingerprint()).isNotEqualTo(before).isEqualTo(fingerprint());
    assertThat(EnvironmentServer.text(site, "select count(*) from orders where tier = 'gold?'"))
        .isEqualTo("3000");
    assertThat(Databases.journal(site, deployment))
        .isEqualTo(new JournalState(JournalState.State.APPLIED, 5));
    assertThat(runner(Progress.SILENT).apply(Orders.plan()).fingerprint())
        .isEqualTo(applied.fingerprint());
    Applied undone = runner(Progress.SILENT).undo(Orders.plan());
    assertThat(undone.fingerprint()).isEqualTo(before);
    assertThat(Databases.journal(site, deployment).state()).isEqualTo(JournalState.State.UNDONE);
    assertThat(EnvironmentServer.text(site, "select count(*) from orders where mood = 'good'"))
        .isEqualTo("3000");
  }

  /** The server is killed in the middle of each step: as if its connections were cut. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void goesOnOrBackAfterItsSessionWasKilled(int killed) throws Exception {
    String before = fingerprint();
    Progress killer =
        (number, state, message, millis) -> {
          if (number == killed && state.equals("running")) {
            endSessions();
          }
        };
    MigrationFailed failure =
        catchThrowableOfType(MigrationFailed.class, () -> runner(killer).apply(Orders.plan()));
    assertThat(failure.code()).isEqualTo(MigrationFailed.INTERRUPTED);
    if (killed % 2 == 0) {
      String after = runner(Progress.SILENT).apply(Orders.plan()).fingerprint();
      assertThat(after).isNotEqualTo(before);
      assertThat(EnvironmentServer.text(site, "select count(*) from orders where tier is null"))
          .isEqualTo("0");
    }
    assertThat(runner(Progress.SILENT).undo(Orders.plan()).fingerprint()).isEqualTo(before);
  }

  private void endSessions() {
    try (Connection superuser = EnvironmentServer.superuser()) {
      Jdbc.text(
          superuser,
          "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where usename = ?",
          site.role());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsOfATransactionWhenItIsOver() throws Exception {
    String before = fingerprint();
    List<Step> steps = new ArrayList<>(Orders.plan().steps());
    steps.set(
        1,
        Plans.sql(
            null, LockLevel.NONE, "select pg_terminate_backend(pg_backend_pid())", "SELECT 1"));
    List<String> told = new ArrayList<>();
    Progress listening =
        (number, state, message, millis) -> told.add(number + " " + state + " " + locked());
    MigrationFailed failure =
        catchThrowableOfType(
            MigrationFailed.class,
            () -> runner(listening).apply(Plans.of(steps.toArray(new Step[0]))));
    assertThat(failure.code()).isEqualTo(MigrationFailed.INTERRUPTED);
    assertThat(failure.step()).isEqualTo(2);
    assertThat(told).containsExactly("2 failed 0");
    assertThat(fingerprint()).isEqualTo(before);
    told.clear();
    runner(listening).apply(Orders.plan());
    assertThat(told).startsWith("1 running 0", "1 done 0", "2 running 0", "2 done 0");
  }

  /** How many strong locks there are on the table. */
  private long locked() {
    try (Connection superuser = EnvironmentServer.superuser()) {
      return Jdbc.number(
          superuser,
          "select count(*) from pg_locks where relation = to_regclass(?)"
              + " and mode = 'AccessExclusiveLock'",
          site.schema() + ".orders");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void endsOnlyWhatAnEarlierDeploymentLeft() throws Exception {
    try (Connection leftover = Sessions.environment(site, Sessions.APPLICATION);
        Connection reader = Sessions.environment(site);
        Connection backfill = Sessions.environment(site, Sessions.BACKFILL)) {
      runner(Progress.SILENT).apply(Orders.plan());
      assertThat(leftover.isValid(5)).isFalse();
      assertThat(reader.isValid(5)).isTrue();
      assertThat(backfill.isValid(5)).isTrue();
    }
  }

  @Test
  void givesUpWithinItsBudgetAndKeepsNobodyWaitingLonger() throws Exception {
    List<String> told = new ArrayList<>();
    try (Connection holder = EnvironmentServer.superuser()) {
      holder.setAutoCommit(false);
      Jdbc.text(holder, "select count(*) from " + site.schema() + ".orders");
      CompletableFuture<Long> longest = longestReadWhile(told);
      MigrationFailed failure =
          catchThrowableOfType(
              MigrationFailed.class,
              () ->
                  runner((number, state, message, millis) -> told.add(state + " " + message))
                      .apply(Orders.plan()));
      told.add("over");
      assertThat(failure.code()).isEqualTo(MigrationFailed.LOCK_NOT_AVAILABLE);
      assertThat(failure.blocker()).contains("of postgres").contains("in a transaction since");
      assertThat(longest.get(30, TimeUnit.SECONDS)).isLessThan(1_000);
      holder.rollback();
    }
    assertThat(told).anyMatch(line -> line.startsWith("retrying A lock was not given: session"));
    assertThat(Databases.journal(site, deployment)).isEqualTo(JournalState.NOTHING);
  }

  /** Another session reads the table again and again; answers its longest wait in milliseconds. */
  private CompletableFuture<Long> longestReadWhile(List<String> told) {
    return CompletableFuture.supplyAsync(
        () -> {
          long longest = 0;
          try (Connection reader = EnvironmentServer.superuser()) {
            while (!told.contains("over")) {
              long begun = System.nanoTime();
              Jdbc.text(reader, "select amount from " + site.schema() + ".orders where id = 1");
              longest = Math.max(longest, (System.nanoTime() - begun) / 1_000_000);
            }
            return longest;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void buildsAnIndexAnewWhereAnInvalidOneLies() throws Exception {
    EnvironmentServer.run(site, "insert into customers values (9001, 'twin'), (9002, 'twin')");
    Plan unique =
        Plans.of(
            Plans.index(
                "customers",
                "customers_name",
                "CREATE UNIQUE INDEX CONCURRENTLY \"customers_name\" ON \"customers\" (\"name\")",
                "DROP INDEX CONCURRENTLY \"customers_name\""));
    MigrationFailed failure =
        catchThrowableOfType(MigrationFailed.class, () -> runner(Progress.SILENT).apply(unique));
    assertThat(failure.sqlState()).isEqualTo("23505");
    assertThat(Databases.read(site).catalog().table("customers").orElseThrow().indexes())
        .hasSize(1);
    try (Connection connection = Sessions.environment(site)) {
      SQLException twin =
          catchThrowableOfType(
              SQLException.class,
              () ->
                  Jdbc.run(
                      connection,
                      "CREATE UNIQUE INDEX CONCURRENTLY customers_name ON customers (name)"));
      assertThat(twin.getMessage()).contains("twin");
    }
    EnvironmentServer.run(site, "delete from customers where id = 9002");
    runner(Progress.SILENT).apply(unique);
    assertThat(
            Databases.read(site)
                .catalog()
                .table("customers")
                .orElseThrow()
                .index("customers_name")
                .orElseThrow()
                .valid())
        .isTrue();
  }

  @Test
  void oneAtATimeWorksOnAnEnvironment() throws Exception {
    try (AutoCloseable first = EnvironmentLock.take(site).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(EnvironmentLock.take(site)).isEmpty();
    }
    AutoCloseable second = EnvironmentLock.take(site).orElseThrow();
    second.close();
  }

  /** As a server leaves it that is killed between the grants. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "revoke create on schema $SITE from $SITE",
        "revoke execute on function freehold_releases.note from $SITE",
        "drop function freehold_releases.note"
      })
  void makesTheRestOfWhatIsHalfMade(String gone) throws Exception {
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.run(keeper, gone.replace("$SITE", Sql.quote(site.schema())));
    }
    runner(Progress.SILENT).apply(Orders.plan());
    assertThat(Databases.journal(site, deployment).state()).isEqualTo(JournalState.State.APPLIED);
  }
}
