package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.delivery.ReplayPace;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.ReplayPreview;

/**
 * Finds what can be made again, on a connection that has entered the tenant: first deliveries to
 * endpoints that are enabled, whose message has not arrived by a replay meanwhile, and is not on
 * its way by one. What had arrived is chosen again when it is asked for, unless it arrived by
 * another replay since this one began. Whoever makes what was found is alone in the tenant from
 * before it looks.
 */
@ApplicationScoped
public class DeadRows {
  private static final String FROM =
      " from delivery d join webhook_endpoint e on e.tenant_id = d.tenant_id"
          + " and e.id = d.endpoint_id and e.status = 'enabled' and e.consent in ('not_required', 'granted')"
          + " where d.tenant_id = ? and d.replay_id is null and d.created_at < ? and d.ended_at <= ?";

  private static final String REPLAYED =
      "exists (select from delivery r where r.tenant_id = d.tenant_id and r.message_id = d.message_id"
          + " and r.endpoint_id = d.endpoint_id and r.replay_id is not null and r.status ";

  /** A delivery that is to be made again. */
  record Source(
      UUID id,
      UUID message,
      UUID endpoint,
      String type,
      String status,
      Long sequence,
      Instant createdAt) {}

  /** A condition with its parameters, in their order. */
  private static final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Sql add(String more, Object... values) {
      text.append(more);
      parameters.addAll(List.of(values));
      return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(text.toString());
      for (int i = 0; i < parameters.size(); i++) {
        Object value = parameters.get(i);
        if (value instanceof Instant moment) {
          statement.setTimestamp(i + 1, Timestamp.from(moment));
        } else if (value instanceof List<?> texts) {
          statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
        } else {
          statement.setObject(i + 1, value);
        }
      }
      return statement;
    }
  }

  /** How many there are, no more than {@code most}. */
  long count(Connection connection, TenantId tenant, Dead wanted, int most) throws SQLException {
    Sql sql = new Sql().add("select count(*) from (select 1");
    conditions(sql, tenant, wanted);
    try (PreparedStatement count = sql.add(" limit ?) found", most).prepare(connection);
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Of no more than {@code most}. */
  ReplayPreview preview(
      Connection connection, TenantId tenant, Dead wanted, int perMinute, int most)
      throws SQLException {
    Sql sql =
        new Sql()
            .add(
                "select count(*), coalesce(sum(octet_length(m.body)), 0), min(w.created_at),"
                    + " max(w.created_at) from (select d.message_id, d.created_at");
    conditions(sql, tenant, wanted);
    sql.add(
        " order by d.created_at, d.id limit ?) w left join message m on m.tenant_id = ?"
            + " and m.id = w.message_id",
        most,
        tenant.value());
    try (PreparedStatement look = sql.prepare(connection);
        ResultSet row = look.executeQuery()) {
      row.next();
      return new ReplayPreview(
          row.getLong(1),
          row.getLong(2),
          moment(row, 3),
          moment(row, 4),
          new ReplayPace(perMinute, false).of(row.getLong(1)).toSeconds());
    }
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }

  /** So many, the oldest first. */
  List<Source> next(Connection connection, TenantId tenant, Dead wanted, int most)
      throws SQLException {
    Sql sql =
        new Sql()
            .add(
                "select d.id, d.message_id, d.endpoint_id, d.type, d.status, d.sequence, d.created_at");
    conditions(sql, tenant, wanted);
    sql.add(" order by d.created_at, d.id limit ?", most);
    List<Source> found = new ArrayList<>();
    try (PreparedStatement select = sql.prepare(connection);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Source(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getString(4),
                rows.getString(5),
                rows.getObject(6, Long.class),
                rows.getTimestamp(7).toInstant()));
      }
    }
    return found;
  }

  private static void conditions(Sql sql, TenantId tenant, Dead wanted) {
    sql.add(FROM, tenant.value(), wanted.to(), wanted.endedBy());
    if (wanted.from() != null) {
      sql.add(" and d.created_at >= ?", wanted.from());
    }
    if (wanted.endpoint() != null) {
      sql.add(" and d.endpoint_id = ?", wanted.endpoint().value());
    }
    if (wanted.types() != null) {
      sql.add(" and d.type = any (?)", wanted.types());
    }
    if (wanted.missed()) {
      sql.add(
          " and (d.status = 'exhausted' or d.reason in ('endpoint_paused', 'endpoint_disabled', 'no_consent'))");
    }
    if (wanted.afterAt() != null) {
      sql.add(" and (d.created_at, d.id) > (?, ?)", wanted.afterAt(), wanted.afterId());
    }
    status(sql, wanted);
  }

  private static void status(Sql sql, Dead wanted) {
    List<String> statuses = wanted.statuses();
    List<String> dead = statuses.stream().filter(one -> !one.equals("delivered")).toList();
    List<String> either = new ArrayList<>();
    if (!dead.isEmpty()) {
      // Spelt out, so that the index of the dead ones fits.
      either.add(
          "d.status in ('"
              + String.join("', '", dead)
              + "') and d.reason is not null and not "
              + REPLAYED
              + "in ('delivered', 'pending'))");
    }
    List<Object> values = new ArrayList<>();
    if (dead.size() < statuses.size()) {
      either.add(
          "((d.status = 'delivered' or "
              + REPLAYED
              + "= 'delivered')) and not "
              + REPLAYED
              + "= 'pending') and not "
              + REPLAYED
              + "= 'delivered' and r.ended_at > ?))");
      values.add(wanted.endedBy());
    }
    sql.add(" and (" + String.join(" or ", either) + ")", values.toArray());
  }
}
