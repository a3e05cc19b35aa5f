package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.DryRun;
import org.freehold.environments.JournalState;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database of somebody else's, with one login that owns it. */
class OutsideSiteIT {
  private static Site site;

  @BeforeAll
  static void makeShop() throws SQLException {
    try (Connection superuser = EnvironmentServer.superuser()) {
      Jdbc.run(superuser, "create role shop login password 'shop'");
      Jdbc.run(superuser, "create database shop owner shop");
    }
    String url = EnvironmentServer.keeper().jdbcUrl().replaceFirst("/[^/]+$", "/shop");
    site = Site.outside(UUID.randomUUID(), new Login(url, "shop", "shop"), "public");
    EnvironmentServer.run(
        site,
        "create type mood as enum ('good', 'bad')",
        "create table carts (id bigint generated always as identity primary key, mood mood)",
        "insert into carts (mood) select 'good' from generate_series(1, 1200)");
  }

  @Test
  void isRehearsedBackedUpChangedAndChangedBack() throws Exception {
    UUID deployment = UUID.randomUUID();
    Plan plan =
        Plans.of(
            Plans.sql(
                "carts",
                LockLevel.ACCESS_EXCLUSIVE,
                "ALTER TABLE \"carts\" ADD COLUMN \"note\" text",
                "ALTER TABLE \"carts\" DROP COLUMN \"note\""),
            Plans.index(
                "carts",
                "carts_note",
                "CREATE INDEX CONCURRENTLY \"carts_note\" ON \"carts\" (\"note\")",
                "DROP INDEX CONCURRENTLY \"carts_note\""));
    String before = Databases.read(site).fingerprint();
    DryRun run = Rehearsal.run(site, Databases.read(site).catalog(), plan);
    assertThat(run.reversible()).isTrue();
    assertThat(run.sampled()).singleElement().matches(table -> table.rows() == 1000);
    var copies = new TableCopies(site, Databases.read(site).catalog());
    assertThat(copies.backUp(deployment, List.of("carts"), Long.MAX_VALUE).rows()).isEqualTo(1200);
    PlanRunner runner = new PlanRunner(site, deployment, Backfills.NONE, Progress.SILENT);
    assertThat(runner.apply(plan).fingerprint()).isNotEqualTo(before);
    assertThat(Databases.journal(site, deployment).state()).isEqualTo(JournalState.State.APPLIED);
    assertThat(runner.undo(plan).fingerprint()).isEqualTo(before);
    assertThat(
            EnvironmentServer.text(
                site, "select count(*) from pg_namespace where nspname like 'scratch\\_%'"))
        .isEqualTo("0");
  }

  @Test
  void isNotWaitedForWhenItSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Login login =
          new Login("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x", "shop", "shop");
      long begun = System.nanoTime();
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () ->
                  Sessions.connect(
                          login, "public", Sessions.READ, new Sessions.Patience(2, 1, 1_000))
                      .close());
      assertThat(Failures.isOfConnection(failure)).isTrue();
      assertThat(System.nanoTime() - begun).isLessThan(9_000_000_000L);
    }
  }

  @Test
  void isWaitedForAsLongAsItsWorkMayTake() throws Exception {
    Sessions.Patience shortly = new Sessions.Patience(20, 30, 500);
    try (Connection hung = Sessions.connect(site.keeper(), "public", Sessions.READ, shortly)) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> Jdbc.text(hung, "select pg_sleep(3)::text"));
      assertThat(Failures.isOfConnection(failure)).isTrue();
    }
    try (Connection busy = Sessions.connect(site.keeper(), "public", Sessions.READ, shortly)) {
      new Work(busy, "public").pin(1_000, 5_000);
      assertThat(busy.getNetworkTimeout()).isEqualTo(65_000);
      Jdbc.text(busy, "select pg_sleep(1)::text");
    }
    try (Connection keeper = Sessions.keeper(site);
        Connection environment = Sessions.environment(site)) {
      assertThat(keeper.getNetworkTimeout()).isEqualTo(60_000);
      assertThat(environment.getNetworkTimeout()).isEqualTo(60_000);
    }
    try (Connection own = Sessions.environment(EnvironmentServer.environment())) {
      assertThat(own.getNetworkTimeout()).isZero();
    }
  }

  @Test
  void isWorkedOnByOneAtATime() throws Exception {
    try (AutoCloseable first = EnvironmentLock.take(site).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(EnvironmentLock.take(site)).isEmpty();
    }
  }
}
