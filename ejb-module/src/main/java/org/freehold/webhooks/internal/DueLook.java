package org.freehold.webhooks.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.QueuePlans;

/**
 * Looks which endpoints wait, as the worker role. While little is due, all of it is looked at; of a
 * long queue the index tells the endpoints without reading their rows.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueLook {
  /** Rows that are looked at one by one. */
  private static final int FEW = 500;

  private static final String FREE =
      " and q.due_at <= least(now(), ?) and (q.lease_until is null or q.lease_until < now())";

  /**
   * No tenant is that one. Who says so goes along the indexes by time, which serve nobody else: by
   * the statistics of an empty table one index is as good as another.
   */
  static final String BY_TIME = " and q.tenant_id <> '00000000-0000-0000-0000-000000000000'";

  static final String SHORT =
      "select tenant_id, endpoint_id, count(*) from (select q.tenant_id, q.endpoint_id"
          + " from control.delivery_due q where q.lane = ? and q.endpoint_id is not null"
          + BY_TIME
          + FREE
          + " order by q.due_at limit ?) due group by tenant_id, endpoint_id";

  static final String LONG =
      "with recursive line (tenant_id, endpoint_id, n) as ((select tenant_id, endpoint_id, 1"
          + " from control.delivery_due where lane = ? and endpoint_id is not null"
          + " and (tenant_id, endpoint_id) > (?, ?)"
          + " order by tenant_id, endpoint_id limit 1)"
          + " union all select further.tenant_id, further.endpoint_id, l.n + 1 from line l"
          + " cross join lateral (select q.tenant_id, q.endpoint_id from control.delivery_due q"
          + " where q.lane = ? and q.endpoint_id is not null"
          + " and (q.tenant_id, q.endpoint_id) > (l.tenant_id, l.endpoint_id)"
          + " order by q.tenant_id, q.endpoint_id limit 1) further where l.n < ?)"
          + " select l.tenant_id, l.endpoint_id, (select count(*) from (select from control.delivery_due q"
          + " where q.lane = ? and q.tenant_id = l.tenant_id and q.endpoint_id = l.endpoint_id"
          + FREE
          + " order by q.due_at limit ?) few) from line l order by l.n";

  static final String ANY =
      "select q.tenant_id, q.endpoint_id, 1 from control.delivery_due q"
          + " where q.lane = ? and q.endpoint_id is not null"
          + BY_TIME
          + FREE
          + " order by q.due_at limit 1";

  /** Deliveries that are due at one endpoint. */
  public record Line(UUID tenant, UUID endpoint, int count) {
    /** Before all that are. */
    static final Line FIRST = new Line(new UUID(0, 0), new UUID(0, 0), 0);

    /** In the order of the index; Java orders UUIDs by their halves as signed numbers. */
    boolean isBefore(Line other) {
      return (tenant.toString() + endpoint).compareTo(other.tenant.toString() + other.endpoint) < 0;
    }
  }

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  /** All lines; empty when there is too much for that. */
  public Optional<List<Line>> all(Lane lane, Instant now) {
    List<Line> lines = first(lane, FEW, now);
    boolean isAll = lines.stream().mapToInt(Line::count).sum() < FEW;
    return isAll ? Optional.of(lines) : Optional.empty();
  }

  /** Whose the deliveries are that have been due for longest, so many together. */
  public List<Line> first(Lane lane, int most, Instant now) {
    return ask(
        SHORT,
        statement -> {
          statement.setString(1, WireNames.of(lane));
          statement.setTimestamp(2, Timestamp.from(now));
          statement.setInt(3, most);
        });
  }

  /**
   * So many lines after the given one, in the order of the index; a line may have nothing due.
   *
   * @param enough deliveries of a line are not counted beyond this
   */
  public List<Line> after(Lane lane, Line last, int lines, int enough, Instant now) {
    return ask(
        LONG,
        statement -> {
          statement.setString(1, WireNames.of(lane));
          statement.setObject(2, last.tenant());
          statement.setObject(3, last.endpoint());
          statement.setString(4, WireNames.of(lane));
          statement.setInt(5, lines);
          statement.setString(6, WireNames.of(lane));
          statement.setTimestamp(7, Timestamp.from(now));
          statement.setInt(8, enough);
        });
  }

  /** Whether anything at all may be claimed. */
  public boolean anyWaits(Lane lane, Instant now) {
    return !ask(
            ANY,
            statement -> {
              statement.setString(1, WireNames.of(lane));
              statement.setTimestamp(2, Timestamp.from(now));
            })
        .isEmpty();
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private List<Line> ask(String sql, Parameters parameters) {
    try (Connection connection = worker.getConnection();
        PreparedStatement look = connection.prepareStatement(sql)) {
      QueuePlans.inOrder(connection);
      parameters.set(look);
      List<Line> lines = new ArrayList<>();
      try (ResultSet rows = look.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new Line(
                  rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getInt(3)));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("Could not look what webhooks have to do", e);
    }
  }
}
