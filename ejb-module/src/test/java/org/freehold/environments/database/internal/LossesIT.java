package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.freehold.engine.migration.AddColumn;
import org.freehold.engine.migration.AlterColumn;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.CreateTable;
import org.freehold.engine.migration.DropColumn;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.RenameColumn;
import org.freehold.engine.migration.RenameTable;
import org.freehold.environments.LossDigest;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossesIT {
  private final UUID deployment = UUID.randomUUID();
  private Site site;

  @BeforeEach
  void makeOrders() throws SQLException {
    site = Orders.environment();
  }

  private PlanRunner runner() {
    return new PlanRunner(site, deployment, Backfills.NONE, Progress.SILENT);
  }

  private String fingerprint() throws MigrationFailed {
    return Databases.read(site).fingerprint();
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
    runner().apply(plan);
    EnvironmentServer.run(site, written);
    return Losses.preview(site, deployment, plan);
  }

  private static void lose(LossPreview preview, Tuple... losses) {
    assertThat(preview.losses())
        .extracting(LossPreview.Loss::object, LossPreview.Loss::rows)
        .containsExactly(losses);
  }

  @Test
  void tellsWhatUndoingWouldLose() throws Exception {
    Plan plan = Orders.plan();
    new TableCopies(site, Databases.read(site).catalog())
        .backUp(deployment, List.of("orders"), Long.MAX_VALUE);
    runner().apply(plan);
    LossPreview first = Losses.preview(site, deployment, plan);
    EnvironmentServer.run(
        site, "insert into orders (customer, amount, tier) values (1, 1, 'silver')");
    LossPreview second = Losses.preview(site, deployment, plan);
    assertThat(second.window()).isEqualTo(LossPreview.Window.TOMBSTONE);
    assertThat(second.isWithin(LossDigest.read(second.digest()).orElseThrow())).isTrue();
    assertThat(second.isWithin(LossDigest.read(first.digest()).orElseThrow())).isFalse();
    EnvironmentServer.run(
        site,
        "insert into orders (customer, amount, tier) select 1, 1, 'tin' from generate_series(1, 10)");
    LossPreview third = Losses.preview(site, deployment, plan);
    assertThat(third.isWithin(LossDigest.read(second.digest()).orElseThrow())).isTrue();
    assertThat(second.losses())
        .extracting(LossPreview.Loss::object, LossPreview.Loss::rows)
        .containsExactly(tuple("column orders.mood", 1L), tuple("column orders.tier", 3001L));
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
    assertThat(runner().undo(plan).fingerprint()).isEqualTo(before);
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
}
