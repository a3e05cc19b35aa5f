package org.freehold.webhooks.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.freehold.engine.delivery.Pace;
import org.freehold.platform.TenantId;

/**
 * Grants calls to endpoints that want so many a minute and no more, over all nodes: each call is
 * taken from one row of the endpoint, by the clock of the database. As the worker role, and nobody
 * waits for the disk.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EndpointRates {
  /** The same as {@link Pace}, which each node holds against what it claims. */
  private static final String TAKE =
      "with wish as (select ? * interval '1 microsecond' as step, ? * interval '1 microsecond' as rest,"
          + " ?::int as count)"
          + " insert into control.endpoint_rate as r (tenant_id, endpoint_id, free_at, granted)"
          + " select ?, ?, now() - rest + least(count, floor(extract(epoch from rest) / extract(epoch from step))::int)"
          + " * step, least(count, floor(extract(epoch from rest) / extract(epoch from step))::int) from wish"
          + " on conflict (tenant_id, endpoint_id) do update set (free_at, granted) ="
          + " (select since + given * step, given from wish,"
          + " lateral (select greatest(r.free_at, now() - rest) as since) as begun,"
          + " lateral (select greatest(0, least(count, floor(extract(epoch from now() - since)"
          + " / extract(epoch from step))::int)) as given) as granted)"
          + " returning granted, extract(epoch from free_at - now()) * 1000000";

  /**
   * What is asked for.
   *
   * @param count calls that could begin now
   */
  public record Wish(int perMinute, int count) {}

  /**
   * What may be done.
   *
   * @param count calls that may begin now
   * @param next how long until another may
   */
  public record Granted(int count, Duration next) {}

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  /** By endpoint, for each of the wishes. */
  public Map<UUID, Granted> take(TenantId tenant, Map<UUID, Wish> wishes) {
    // In one order everywhere: the rows are locked until the end.
    List<UUID> endpoints =
        wishes.keySet().stream().map(UUID::toString).sorted().map(UUID::fromString).toList();
    Map<UUID, Granted> granted = new HashMap<>();
    try (Connection connection = worker.getConnection();
        Statement ready = connection.createStatement();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      ready.execute("set local synchronous_commit = off");
      for (UUID endpoint : endpoints) {
        granted.put(endpoint, take(take, tenant, endpoint, wishes.get(endpoint)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not ask how fast endpoints may be called", e);
    }
    return granted;
  }

  private static Granted take(PreparedStatement take, TenantId tenant, UUID endpoint, Wish wish)
      throws SQLException {
    Duration step = Pace.interval(wish.perMinute());
    take.setLong(1, micros(step));
    take.setLong(2, micros(Pace.rest(step)));
    take.setInt(3, wish.count());
    take.setObject(4, tenant.value());
    take.setObject(5, endpoint);
    try (ResultSet row = take.executeQuery()) {
      row.next();
      Duration free = Duration.ofNanos(row.getLong(2) * 1000);
      return new Granted(row.getInt(1), free.plus(step));
    }
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }
}
