package org.freehold.webhooks.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts what waits in the queue, as the worker role. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueFigures {
  /** Failures of our own after which the operator should look. */
  static final int BROKEN = 5;

  private static final String WAITING =
      "select count(*) filter (where endpoint_id is null),"
          + " count(*) filter (where endpoint_id is not null and lane = 'normal'),"
          + " count(*) filter (where lane = 'replay'), count(*) filter (where failures >= ?),"
          + " coalesce(extract(epoch from now() - min(due_at) filter (where due_at <= now())), 0)"
          + " from control.delivery_due";

  private static final String OLDEST =
      "select tenant_id, extract(epoch from now() - min(due_at)) from control.delivery_due"
          + " where due_at <= now() group by tenant_id order by 2 desc limit ?";

  private static final String LEDGER =
      "select coalesce(max(extract(epoch from now() - due_at)), 0) from control.work_item"
          + " where kind = ? and due_at <= now()";

  /**
   * What waits.
   *
   * @param broken that something of ours keeps failing at
   * @param oldestDueSeconds how long the oldest that is due has been so
   */
  public record Waiting(
      long messages, long deliveries, long replays, long broken, double oldestDueSeconds) {}

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  public Waiting waiting() {
    try (Connection connection = worker.getConnection();
        PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setInt(1, BROKEN);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Waiting(
            row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getDouble(5));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not count what webhooks have to do", e);
    }
  }

  /** How long the check of a ledger has been due that has been so longest; 0 when none is late. */
  public double ledgerOverdueSeconds() {
    try (Connection connection = worker.getConnection();
        PreparedStatement select = connection.prepareStatement(LEDGER)) {
      select.setString(1, LedgerWork.KIND);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not look when ledgers are checked", e);
    }
  }

  /** Seconds by tenant, of the tenants that have waited longest. */
  public Map<UUID, Double> oldestDue(int tenants) {
    try (Connection connection = worker.getConnection();
        PreparedStatement select = connection.prepareStatement(OLDEST)) {
      select.setInt(1, tenants);
      Map<UUID, Double> oldest = new LinkedHashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          oldest.put(rows.getObject(1, UUID.class), rows.getDouble(2));
        }
      }
      return oldest;
    } catch (SQLException e) {
      throw new IllegalStateException("Could not look how long webhooks wait", e);
    }
  }
}
