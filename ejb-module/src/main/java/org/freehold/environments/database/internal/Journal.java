package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.environments.JournalState;

/**
 * What is done of a deployment, in the database that it changes: each entry commits with the step
 * that it tells of. Only who knows the key of this run can write, so that SQL written by hand
 * cannot forge it.
 */
final class Journal implements AutoCloseable {
  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String UNDONE = "undone";
  private static final String APPLIED = "applied";
  private static final String UNDOING = "undoing";

  /** The entry about the whole. */
  private static final int WHOLE = 0;

  private final Connection keeper;
  private final Site site;
  private final UUID deployment;
  private final String key = Sessions.random();

  private Journal(Connection keeper, Site site, UUID deployment) {
    this.keeper = keeper;
    this.site = site;
    this.deployment = deployment;
  }

  static Journal open(Connection keeper, Site site, UUID deployment) throws SQLException {
    Journal journal = new Journal(keeper, site, deployment);
    Jdbc.update(
        keeper,
        "insert into freehold_releases.journal_key (environment, deployment, hash)"
            + " values (?, ?::uuid, sha256(convert_to(?, 'UTF8')))"
            + " on conflict (environment, deployment) do update set hash = excluded.hash",
        site.name(),
        deployment,
        journal.key);
    return journal;
  }

  /** The states of the steps by their numbers. */
  static TreeMap<Integer, String> read(Connection keeper, Site site, UUID deployment)
      throws SQLException {
    TreeMap<Integer, String> states = new TreeMap<>();
    Jdbc.list(
        keeper,
        "select step, state from freehold_releases.journal"
            + " where environment = ? and deployment = ?::uuid",
        row -> states.put(row.getInt(1), row.getString(2)),
        site.name(),
        deployment);
    return states;
  }

  static JournalState state(TreeMap<Integer, String> states) {
    int last =
        states.entrySet().stream()
            .filter(entry -> entry.getKey() != WHOLE && entry.getValue().equals(DONE))
            .mapToInt(entry -> entry.getKey())
            .max()
            .orElse(0);
    if (states.isEmpty()) {
      return JournalState.NOTHING;
    }
    return new JournalState(
        switch (states.getOrDefault(WHOLE, "")) {
          case APPLIED -> JournalState.State.APPLIED;
          case UNDONE -> JournalState.State.UNDONE;
          default -> JournalState.State.PARTLY;
        },
        last);
  }

  static boolean isBeingUndone(TreeMap<Integer, String> states) {
    return UNDOING.equals(states.get(WHOLE));
  }

  /** In the transaction of the environment's connection. */
  void note(Connection environment, int step, String state) throws SQLException {
    Jdbc.text(
        environment,
        "select freehold_releases.note(?, ?::uuid, ?::int, ?, ?)::text",
        site.name(),
        deployment,
        step,
        state,
        key);
  }

  void applied(Connection environment) throws SQLException {
    note(environment, WHOLE, APPLIED);
  }

  void undoing(Connection environment) throws SQLException {
    note(environment, WHOLE, UNDOING);
  }

  void undone(Connection environment) throws SQLException {
    note(environment, WHOLE, UNDONE);
  }

  /** Takes the key away. */
  @Override
  public void close() throws SQLException {
    Jdbc.update(
        keeper,
        "delete from freehold_releases.journal_key where environment = ? and deployment = ?::uuid"
            + " and hash = sha256(convert_to(?, 'UTF8'))",
        site.name(),
        deployment,
        key);
  }
}
