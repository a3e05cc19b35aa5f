package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Holds the server up when it is about to change rows of a table in a certain way, until the gate
 * is opened: unlike {@link Gate} also one that was started again in the meantime.
 */
final class KillGate {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String CLOSED = "the gate of a test";

  private KillGate() {}

  /** The condition is about {@code old} and {@code new}. */
  static void close(Connection superuser, String table, String condition) throws SQLException {
    Database.run(
        superuser,
        ("create schema kill_gate; create table kill_gate.closed as select 1;"
                + " create function kill_gate.wait() returns trigger language plpgsql security definer as $$ begin"
                + " while exists (select from kill_gate.closed) loop"
                + " perform set_config('application_name', '%s', true); perform pg_sleep(0.005); end loop;"
                + " return new; end $$;"
                + " create trigger kill_gate before update on %s for each row when (%s) execute function kill_gate.wait()")
            .formatted(CLOSED, table, condition));
  }

  /** Returns when the server is there. */
  static void isReached(Connection superuser) {
    Await.until(
        SOON,
        () ->
            Database.count(
                superuser,
                "select count(*) from pg_stat_activity where application_name = '" + CLOSED + "'"),
        waiting -> waiting > 0);
  }

  /** Whoever waits goes on. */
  static void open(Connection superuser) throws SQLException {
    Database.run(
        superuser,
        "do $$ begin if to_regclass('kill_gate.closed') is not null then delete from kill_gate.closed;"
            + " end if; end $$");
  }

  /** Opens it, and leaves nothing of it; also when there is none. */
  static void remove(Connection superuser) throws SQLException {
    open(superuser);
    Database.run(superuser, "drop schema if exists kill_gate cascade");
  }
}
