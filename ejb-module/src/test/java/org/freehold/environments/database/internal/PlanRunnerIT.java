package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.freehold.engine.migration.AddColumn;
import org.freehold.engine.migration.AlterColumn;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.CreateTable;
import org.freehold.engine.migration.DropColumn;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.RenameColumn;
import org.freehold.engine.migration.RenameTable;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.environments.Applied;
import org.freehold.environments.DryRun;
import org.freehold.environments.JournalState;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRunnerIT {
  private final UUID deployment = UUID.randomUUID();
  private Site site;

  @BeforeEach
  void makeOrders() throws SQLException {
    site = EnvironmentServer.environment();
    EnvironmentServer.run(
        site,
        "create type mood as enum ('good', 'bad')",
        "create table customers (id int primary key, name text not null)",
        "create table orders (id bigint generated always as identity primary key, customer int"
            + " not null references customers, amount numeric(10,2) default 0, mood mood,"
            + " twice numeric generated always as (amount * 2) stored, check (amount >= 0))",
        "insert into customers select n, 'name ' || n from generate_series(1, 1500) n",
        "insert into orders (customer, amount, mood) select 1 + n % 1500, n, 'good' from"
            + " generate_series(1, 3000) n");
  }

  private static Plan plan() {
    return Plans.of(
        Plans.sql(
            "orders",
            LockLevel.ACCESS_EXCLUSIVE,
            "ALTER TABLE \"orders\" ADD COLUMN \"tier\" text",
            "ALTER TABLE \"orders\" DROP COLUMN \"tier\""),
        Plans.sql(
            "orders",
            LockLevel.ACCESS_EXCLUSIVE,
            "ALTER TABLE \"orders\" RENAME COLUMN \"mood\" TO \"_retired_r1_mood\"",
            "ALTER TABLE \"orders\" RENAME COLUMN \"_retired_r1_mood\" TO \"mood\""),
        Plans.index(
            "orders",
            "orders_tier",
            "CREATE INDEX CONCURRENTLY \"orders_tier\" ON \"orders\" (\"tier\")",
            "DROP INDEX CONCURRENTLY \"orders_tier\""),
        Plans.backfill(
            new BackfillTask("orders", "tier", "\"tier\" = 'gold?'", "\"tier\" IS NULL")),
        Plans.apart(
            "orders",
            LockLevel.SHARE_UPDATE_EXCLUSIVE,
            "ALTER TABLE \"orders\" ADD CONSTRAINT \"tier_given\" CHECK (\"tier\" IS NOT NULL)",
            "ALTER TABLE \"orders\" DROP CONSTRAINT \"tier_given\""));
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
    Applied applied = runner(Progress.SILENT).apply(plan());
    assertThat(applied.fingerprint()).isNotEqualTo(before).isEqualTo(fingerprint());
    assertThat(EnvironmentServer.text(site, "select count(*) from orders where tier = 'gold?'"))
        .isEqualTo("3000");
    assertThat(Databases.journal(site, deployment))
        .isEqualTo(new JournalState(JournalState.State.APPLIED, 5));
    assertThat(runner(Progress.SILENT).apply(plan()).fingerprint())
        .isEqualTo(applied.fingerprint());
    Applied undone = runner(Progress.SILENT).undo(plan());
    assertThat(undone.fingerprint()).isEqualTo(before);
    assertThat(Databases.journal(site, deployment).state()).isEqualTo(JournalState.State.UNDONE);
    assertThat(EnvironmentServer.text(site, "select count(*) from orders where mood = 'good'"))
        .isEqualTo("3000");
  }

  @Test
  void rehearsesOnACopyWithRows() throws Exception {
    DryRun run = Rehearsal.run(site, Databases.read(site).catalog(), plan());
    assertThat(run.reversible()).isTrue();
    assertThat(run.repeatable()).isTrue();
    assertThat(run.start()).isEqualTo(fingerprint());
    assertThat(run.sampled()).hasSize(2).allMatch(table -> table.rows() == 1000);
    assertThat(run.steps()).extracting(DryRun.StepTrial::lock).startsWith("AccessExclusiveLock");
    try (Connection superuser = EnvironmentServer.superuser()) {
      assertThat(
              Jdbc.number(
                  superuser, "select count(*) from pg_roles where rolname like 'scratch\\_%'"))
          .isZero();
    }
  }

  @Test
  void seesThatATableIsRewritten() throws Exception {
    Plan plan =
        Plans.of(
            Plans.sql(
                "orders",
                LockLevel.ACCESS_EXCLUSIVE,
                "ALTER TABLE \"orders\" ALTER COLUMN \"customer\" TYPE bigint",
                "ALTER TABLE \"orders\" ALTER COLUMN \"customer\" TYPE integer"),
            Plans.sql(
                "orders",
                LockLevel.ACCESS_EXCLUSIVE,
                "ALTER TABLE \"orders\" ALTER COLUMN \"amount\" TYPE numeric(12,2)",
                "ALTER TABLE \"orders\" ALTER COLUMN \"amount\" TYPE numeric(10,2)"));
    EnvironmentServer.run(site, "alter table orders drop column twice");
    DryRun run = Rehearsal.run(site, Databases.read(site).catalog(), plan);
    assertThat(run.steps().get(0).rewrittenTables()).containsExactly("orders");
    assertThat(run.steps().get(1).rewrittenTables()).isEmpty();
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
        catchThrowableOfType(MigrationFailed.class, () -> runner(killer).apply(plan()));
    assertThat(failure.code()).isEqualTo(MigrationFailed.INTERRUPTED);
    if (killed % 2 == 0) {
      String after = runner(Progress.SILENT).apply(plan()).fingerprint();
      assertThat(after).isNotEqualTo(before);
      assertThat(EnvironmentServer.text(site, "select count(*) from orders where tier is null"))
          .isEqualTo("0");
    }
    assertThat(runner(Progress.SILENT).undo(plan()).fingerprint()).isEqualTo(before);
  }

  @Test
  void tellsOfATransactionWhenItIsOver() throws Exception {
    String before = fingerprint();
    List<Step> steps = new ArrayList<>(plan().steps());
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
    runner(listening).apply(plan());
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
      runner(Progress.SILENT).apply(plan());
      assertThat(leftover.isValid(5)).isFalse();
      assertThat(reader.isValid(5)).isTrue();
      assertThat(backfill.isValid(5)).isTrue();
    }
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
                      .apply(plan()));
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
  void tellsWhatUndoingWouldLose() throws Exception {
    Plan plan = plan();
    new TableCopies(site, Databases.read(site).catalog())
        .backUp(deployment, List.of("orders"), Long.MAX_VALUE);
    runner(Progress.SILENT).apply(plan);
    LossPreview first = Losses.preview(site, deployment, plan);
    EnvironmentServer.run(
        site, "insert into orders (customer, amount, tier) values (1, 1, 'silver')");
    LossPreview second = Losses.preview(site, deployment, plan);
    assertThat(second.window()).isEqualTo(LossPreview.Window.TOMBSTONE);
    assertThat(second.digest()).isNotEqualTo(first.digest());
    assertThat(second.losses())
        .extracting(LossPreview.Loss::object, LossPreview.Loss::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("column orders.mood", 1L),
            org.assertj.core.groups.Tuple.tuple("column orders.tier", 3001L));
  }

  private Plan planned(Change... changes) throws Exception {
    return MigrationPlanner.plan(Databases.read(site).catalog(), List.of(changes), "r9");
  }

  private static ColumnSpec column(String name, String type) {
    return new ColumnSpec(
        name, type, true, false, false, null, null, null, null, null, Identity.NONE);
  }

  private static AlterColumn retype(String column, String type) {
    return new AlterColumn(
        "payments", column, type, null, null, null, null, null, null, null, null, true);
  }

  /** Live, and written into by the statements given. */
  private LossPreview lossesAfter(Plan plan, String... written) throws Exception {
    runner(Progress.SILENT).apply(plan);
    EnvironmentServer.run(site, written);
    return Losses.preview(site, deployment, plan);
  }

  private static void lose(LossPreview preview, Tuple... losses) {
    assertThat(preview.losses())
        .extracting(LossPreview.Loss::object, LossPreview.Loss::rows)
        .containsExactly(losses);
  }

  @Test
  void tellsOfATableThatWasRenamedAfterItWasMade() throws Exception {
    LossPreview preview =
        lossesAfter(
            planned(
                new CreateTable("notes", List.of(column("text", "text")), List.of(), null),
                new RenameTable("notes", "remarks")),
            "insert into remarks values ('a'), ('b')");
    lose(preview, tuple("table remarks", 2L));
    assertThat(preview.window()).isEqualTo(LossPreview.Window.OPEN);
  }

  @Test
  void tellsOfAColumnThatWasRenamedAfterItWasAdded() throws Exception {
    lose(
        lossesAfter(
            planned(
                new AddColumn("customers", column("nick", "text"), null),
                new RenameColumn("customers", "nick", "alias"),
                new RenameTable("customers", "clients")),
            "update clients set alias = 'x' where id <= 3"),
        tuple("column clients.alias", 3L));
  }

  @Test
  void namesThatChangedHandsAreNotMixedUp() throws Exception {
    lose(
        lossesAfter(
            planned(
                new AddColumn("customers", column("a", "text"), null),
                new RenameColumn("customers", "name", "b"),
                new RenameColumn("customers", "a", "name")),
            "update customers set name = 'x' where id <= 4"),
        tuple("column customers.name", 4L));
  }

  @Test
  void findsATombstoneInATableThatWasRenamedLater() throws Exception {
    String before = fingerprint();
    Plan plan =
        planned(
            new RenameColumn("orders", "mood", "humour"),
            new DropColumn("orders", "humour", null),
            new RenameTable("orders", "purchases"));
    EnvironmentServer.run(site, "update orders set mood = null where id <= 5");
    new TableCopies(site, Databases.read(site).catalog())
        .backUp(deployment, List.of("orders"), Long.MAX_VALUE);
    LossPreview preview =
        lossesAfter(plan, "insert into purchases (customer, amount) values (1, 1), (2, 2)");
    assertThat(preview.window()).isEqualTo(LossPreview.Window.TOMBSTONE);
    lose(preview, tuple("column purchases.humour", 2L));
    assertThat(runner(Progress.SILENT).undo(plan).fingerprint()).isEqualTo(before);
  }

  @Test
  void tellsThatItCannotCountWhatItDoesNotFind() throws Exception {
    LossPreview preview =
        lossesAfter(
            planned(new AddColumn("customers", column("nick", "text"), null)),
            "alter table customers rename nick to alias");
    lose(preview, tuple("column customers.nick", 0L));
    assertThat(preview.losses().get(0).what()).contains("cannot be counted");
  }

  /** Two of three rows written since do not fit the type of before; one that is there does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numeric(10,2) | numeric | 1.5 | 1.50 | 1.005 | 2.125",
        "timestamp(0) | timestamp | 2026-01-01 10:00 | 2026-01-02 10:00 | 2026-01-01 10:00:00.25"
            + " | 2026-01-01 10:00:00.5",
        "real | double precision | 0.5 | 0.25 | 0.1 | 0.2",
        "integer | numeric(10,2) | 1 | 2.00 | 1.25 | 1.5",
        "date | timestamp | 2026-01-01 | 2026-01-02 | 2026-01-01 10:00 | 2026-01-01 00:00:01",
        "varchar(3) | text | abc | abd | abcd | abcde"
      })
  void tellsOfValuesThatTheTypeOfBeforeDoesNotHold(
      String before, String after, String old, String fits, String one, String other)
      throws Exception {
    EnvironmentServer.run(
        site,
        "create table payments (id int generated always as identity primary key, due %s)"
            .formatted(before),
        "insert into payments (due) values ('%s')".formatted(old));
    Plan plan = planned(retype("due", after), new RenameColumn("payments", "due", "owed"));
    lose(lossesAfter(plan));
    EnvironmentServer.run(
        site,
        "insert into payments (owed) values ('%s'), ('%s'), ('%s')".formatted(fits, one, other));
    lose(Losses.preview(site, deployment, plan), tuple("column payments.owed", 2L));
  }

  @Test
  void tellsThatItCannotCountWhatCannotBeCast() throws Exception {
    EnvironmentServer.run(site, "create table payments (id int primary key, due int)");
    LossPreview preview =
        lossesAfter(
            planned(retype("due", "bigint")), "insert into payments values (1, 3000000000)");
    lose(preview, tuple("column payments.due", 0L));
    assertThat(preview.losses().get(0).what()).contains("cannot be counted");
  }

  @Test
  void dropsTombstonesWhenTheirTimeIsOver() throws Exception {
    runner(Progress.SILENT).apply(plan());
    String fingerprint = fingerprint();
    assertThat(Tombstones.dropOlder(site, 30)).isEmpty();
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.update(
          keeper,
          "update freehold_releases.tombstone set seen_at = now() - interval '31 days'"
              + " where environment = ?",
          site.name());
    }
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
    assertThat(fingerprint()).isEqualTo(fingerprint);
    assertThat(Losses.preview(site, deployment, plan()).window())
        .isEqualTo(LossPreview.Window.PAST);
  }

  @Test
  void leavesAloneWhatIsOnlyNamedLikeATombstone() throws Exception {
    EnvironmentServer.run(
        site,
        "create table \"_retired_by_us\" (id int)",
        "alter table customers add column \"_retired_too\" text");
    runner(Progress.SILENT).apply(plan());
    assertThat(Tombstones.dropOlder(site, 30)).isEmpty();
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.update(
          keeper,
          "update freehold_releases.tombstone set seen_at = now() - interval '31 days'"
              + " where environment = ?",
          site.name());
    }
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
    assertThat(EnvironmentServer.text(site, "select count(*) from \"_retired_by_us\""))
        .isEqualTo("0");
    assertThat(EnvironmentServer.text(site, "select count(\"_retired_too\") from customers"))
        .isEqualTo("0");
  }

  @Test
  void aBackupIsReadBackAndACopyThatWasChangedIsFound() throws Exception {
    TableCopies copies = new TableCopies(site, Databases.read(site).catalog());
    var backup = copies.backUp(deployment, List.of("orders", "customers"), Long.MAX_VALUE);
    assertThat(backup.verified()).isTrue();
    assertThat(backup.rows()).isEqualTo(4500);
    assertThat(backup.lsn()).contains("/");
    assertThat(backup.sha256()).hasSize(64);
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.run(
          keeper,
          "update %s set amount = amount + 1 where id = 77"
              .formatted(BackupTables.name(backup.id(), 1)));
    }
    MigrationFailed failure =
        catchThrowableOfType(MigrationFailed.class, () -> copies.verify(backup));
    assertThat(failure.code()).isEqualTo(MigrationFailed.BACKUP_DIFFERS);
    failure =
        catchThrowableOfType(
            MigrationFailed.class, () -> copies.backUp(deployment, List.of("orders"), 10));
    assertThat(failure.code()).isEqualTo(MigrationFailed.BACKUP_TOO_LARGE);
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

  @Test
  void isCleanedWhileNobodyWorksOnIt() throws Exception {
    runner(Progress.SILENT).apply(plan());
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.update(
          keeper,
          "update freehold_releases.tombstone set seen_at = now() - interval '31 days'"
              + " where environment = ?",
          site.name());
    }
    try (AutoCloseable deployment = EnvironmentLock.take(site).orElseThrow()) {
      assertThat(deployment).isNotNull();
      assertThat(Databases.clean(site, 30, 30))
          .containsExactly("Left for the next night: a deployment is at work");
    }
    assertThat(Databases.clean(site, 30, 30)).containsExactly("Dropped orders._retired_r1_mood");
    EnvironmentLock.take(site).orElseThrow().close();
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
    runner(Progress.SILENT).apply(plan());
    assertThat(Databases.journal(site, deployment).state()).isEqualTo(JournalState.State.APPLIED);
  }

  @Test
  void readsWhatItWrote() throws Exception {
    var catalog = Databases.read(site).catalog();
    assertThat(catalog.enums()).hasSize(1);
    assertThat(catalog.table("orders").orElseThrow().column("mood").orElseThrow().type())
        .isEqualTo("mood");
    assertThat(catalog.table("orders").orElseThrow().indexes())
        .allMatch(index -> !index.definition().contains(site.schema()));
    assertThat(Fingerprint.of(catalog)).startsWith("sha256:");
  }
}
