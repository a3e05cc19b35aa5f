package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;

/** How endpoints fare, on a connection that has entered their tenant. */
@ApplicationScoped
public class HealthRows {
  private static final String READ =
      "select endpoint_id, failing_since, last_success_at, consecutive_failures, open_until"
          + " from endpoint_health where tenant_id = ? and endpoint_id = any (?)";

  /** A success in between begins anew; failures go on from what was there. */
  private static final String TELL =
      "insert into endpoint_health as h (tenant_id, endpoint_id, failing_since, last_success_at,"
          + " consecutive_failures, open_until)"
          + " select ?, n.endpoint_id, n.failing_since, n.last_success_at, n.failures, n.open_until"
          + " from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::int4[], ?::timestamptz[])"
          + " as n (endpoint_id, failing_since, last_success_at, failures, open_until)"
          + " on conflict (tenant_id, endpoint_id) do update set"
          + " failing_since = case when excluded.last_success_at is null"
          + " then coalesce(h.failing_since, excluded.failing_since) else excluded.failing_since end,"
          + " last_success_at = coalesce(excluded.last_success_at, h.last_success_at),"
          + " consecutive_failures = excluded.consecutive_failures"
          + " + case when excluded.last_success_at is null then h.consecutive_failures else 0 end,"
          + " open_until = excluded.open_until,"
          + " warned = case when excluded.last_success_at is null then h.warned else 0 end"
          + " returning endpoint_id, failing_since, consecutive_failures, warned";

  /**
   * What attempts told of an endpoint.
   *
   * @param firstFailure after the last success; null without one
   * @param lastSuccess null without one
   * @param failures after the last success
   */
  record News(
      UUID endpoint, Instant firstFailure, Instant lastSuccess, int failures, Instant openUntil) {}

  /** How an endpoint fares after the news. */
  record Told(UUID endpoint, Instant failingSince, int consecutiveFailures, int warned) {}

  Map<UUID, Health> read(Connection connection, TenantId tenant, List<UUID> endpoints)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setObject(1, tenant.value());
      new RowArrays<>(select, 2, endpoints).column("uuid", id -> id);
      Map<UUID, Health> found = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getObject(1, UUID.class),
              new Health(
                  instant(rows.getTimestamp(2)),
                  instant(rows.getTimestamp(3)),
                  rows.getInt(4),
                  instant(rows.getTimestamp(5))));
        }
      }
      return found;
    }
  }

  List<Told> tell(Connection connection, TenantId tenant, List<News> news) throws SQLException {
    if (news.isEmpty()) {
      return List.of();
    }
    // In one order everywhere: the rows are locked until the end.
    List<News> ordered =
        news.stream().sorted(Comparator.comparing(one -> one.endpoint().toString())).toList();
    try (PreparedStatement tell = connection.prepareStatement(TELL)) {
      tell.setObject(1, tenant.value());
      new RowArrays<>(tell, 2, ordered)
          .column("uuid", News::endpoint)
          .column("timestamptz", News::firstFailure)
          .column("timestamptz", News::lastSuccess)
          .column("int4", News::failures)
          .column("timestamptz", News::openUntil);
      List<Told> told = new ArrayList<>();
      try (ResultSet rows = tell.executeQuery()) {
        while (rows.next()) {
          told.add(
              new Told(
                  rows.getObject(1, UUID.class),
                  instant(rows.getTimestamp(2)),
                  rows.getInt(3),
                  rows.getInt(4)));
        }
      }
      return told;
    }
  }

  /**
   * Whether the caller is the one who asks a receiver whose pause is over: of all nodes one, until
   * then.
   *
   * @param over the end of the pause as it was read
   */
  boolean mayAsk(Connection connection, TenantId tenant, UUID endpoint, Instant over, Instant until)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update endpoint_health set open_until = ?"
                + " where tenant_id = ? and endpoint_id = ? and open_until = ?")) {
      update.setTimestamp(1, Timestamp.from(until));
      update.setObject(2, tenant.value());
      update.setObject(3, endpoint);
      update.setTimestamp(4, Timestamp.from(over));
      return update.executeUpdate() == 1;
    }
  }

  /** Counts from the given moment, as if nothing had failed before. */
  void beginAnew(Connection connection, TenantId tenant, UUID endpoint, Instant since)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update endpoint_health set failing_since = ?, consecutive_failures = 1, warned = 0"
                + " where tenant_id = ? and endpoint_id = ?")) {
      update.setTimestamp(1, Timestamp.from(since));
      update.setObject(2, tenant.value());
      update.setObject(3, endpoint);
      update.executeUpdate();
    }
  }

  void warned(Connection connection, TenantId tenant, UUID endpoint, int mark) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update endpoint_health set warned = ? where tenant_id = ? and endpoint_id = ?")) {
      update.setInt(1, mark);
      update.setObject(2, tenant.value());
      update.setObject(3, endpoint);
      update.executeUpdate();
    }
  }

  private static Instant instant(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
