package org.freehold.benchmarks.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.platform.Uuid7;

/**
 * How long an event waits for its place: one of each busy tenant a second, seen by looking at the
 * queue every few milliseconds.
 */
final class SealLag {
  private final FreeholdDatabase database;
  private final List<UUID> tenants;
  private final int seconds;

  SealLag(FreeholdDatabase database, List<UUID> tenants, int seconds) {
    this.database = database;
    this.tenants = tenants;
    this.seconds = seconds;
  }

  /** Percentiles, with a transaction that writes and stays open meanwhile or without. */
  String measured(boolean open) throws Exception {
    try (Connection other = database.administrator().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      if (open) {
        statement.execute("create table public.bench_open (id int)");
      }
      List<Long> lags = lags();
      other.rollback();
      lags.sort(Long::compare);
      return String.format(
          Locale.ROOT,
          "%d events, p50 %d ms, p99 %d ms, longest %d ms",
          lags.size(),
          lags.get(lags.size() / 2),
          lags.get((int) Math.ceil(lags.size() * 0.99) - 1),
          lags.get(lags.size() - 1));
    }
  }

  private List<Long> lags() throws Exception {
    Map<UUID, Long> committed = new ConcurrentHashMap<>();
    Thread writer = new Thread(() -> write(committed), "writer");
    writer.start();
    List<Long> lags = new ArrayList<>();
    try (Connection connection = database.administrator().connect();
        PreparedStatement query =
            connection.prepareStatement("select event_id from control.audit_pending")) {
      while (writer.isAlive() || !committed.isEmpty()) {
        Set<UUID> before = new HashSet<>(committed.keySet());
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            before.remove(rows.getObject(1, UUID.class));
          }
        }
        long now = System.nanoTime();
        for (UUID sealed : before) {
          lags.add((now - committed.remove(sealed)) / 1_000_000);
        }
        LockSupport.parkNanos(5_000_000);
      }
    }
    return lags;
  }

  /** Spread over each second. */
  private void write(Map<UUID, Long> committed) {
    try (Connection connection = database.app().connect();
        PreparedStatement enter =
            connection.prepareStatement(
                "select set_config('app.tenant_id', ?, true), set_config('search_path', 'tenant', true)");
        Statement path = connection.createStatement()) {
      path.execute("set search_path to tenant");
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(EventWriters.EVENTS)) {
        long begun = System.nanoTime();
        for (int i = 0; i < seconds * tenants.size(); i++) {
          UUID tenant = tenants.get(i % tenants.size());
          UUID id = Uuid7.next();
          enter.setString(1, tenant.toString());
          enter.execute();
          for (int time = 0; time < 2; time++) {
            insert.setObject(2 * time + 1, tenant);
            insert.setArray(2 * time + 2, connection.createArrayOf("uuid", new UUID[] {id}));
          }
          insert.executeUpdate();
          connection.commit();
          committed.put(id, System.nanoTime());
          LockSupport.parkNanos(
              begun + (i + 1) * 1_000_000_000L / tenants.size() - System.nanoTime());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
