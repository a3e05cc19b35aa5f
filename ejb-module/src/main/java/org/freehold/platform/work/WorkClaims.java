package org.freehold.platform.work;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.QueuePlans;

/**
 * Claims and completes work as the worker role, which sees queue tables only, in transactions of
 * their own and a pool of their own. A claim holds for the lease; a node that dies loses it by
 * time, and the fence keeps a late one from completing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WorkClaims {
  /**
   * By an array: a join may read a subquery again for each row, and each time take as many more.
   */
  static final String CLAIM =
      "with due as materialized (select ctid as place from control.work_item where due_at <= least(now(), ?)"
          + " and (lease_until is null or lease_until < now()) order by due_at limit ? for update skip locked)"
          + " update control.work_item set lease_until = now() + ? * interval '1 second', fence = fence + 1,"
          + " attempts = attempts + 1 where ctid = any (array(select place from due))"
          + " returning id, kind, tenant_id, subject_id, fence, attempts";

  /** Waits for nobody: what is locked is being asked for again or given back just now. */
  private static final String EXTEND =
      "update control.work_item set lease_until = now() + ? * interval '1 second'"
          + " where ctid = any (array(select q.place from unnest(?::uuid[], ?::int8[]) as held (id, fence)"
          + " cross join lateral (select ctid as place from control.work_item where id = held.id"
          + " and fence = held.fence and lease_until is not null for update skip locked) q))";

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  /**
   * @param now by the clock of this node, which handlers ask too: what is due by the database's
   *     only is left until it is due by both
   */
  public List<WorkItem> claim(int most, Duration lease, Instant now) {
    try (Connection connection = worker.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      QueuePlans.inOrder(connection);
      claim.setObject(1, now.atOffset(ZoneOffset.UTC));
      claim.setInt(2, most);
      claim.setLong(3, lease.toSeconds());
      List<WorkItem> items = new ArrayList<>();
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          items.add(
              new WorkItem(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  new TenantId(rows.getObject(3, UUID.class)),
                  rows.getObject(4, UUID.class),
                  rows.getLong(5),
                  rows.getInt(6)));
        }
      }
      return items;
    } catch (SQLException e) {
      throw new IllegalStateException("Could not claim work", e);
    }
  }

  /** Holds the items for the lease again, those that were neither given back nor claimed since. */
  public void extend(Collection<WorkItem> items, Duration lease) {
    try (Connection connection = worker.getConnection();
        PreparedStatement extend = connection.prepareStatement(EXTEND)) {
      List<WorkItem> held = List.copyOf(items);
      extend.setLong(1, lease.toSeconds());
      extend.setArray(
          2, connection.createArrayOf("uuid", held.stream().map(WorkItem::id).toArray()));
      extend.setArray(
          3, connection.createArrayOf("int8", held.stream().map(WorkItem::fence).toArray()));
      extend.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Could not keep leases", e);
    }
  }

  /** Takes the item out of the queue, unless somebody claimed it since. */
  public void complete(WorkItem item) {
    change("delete from control.work_item where id = ? and fence = ?", item, null);
  }

  /** Gives the item back, to be tried again after the delay. */
  public void retry(WorkItem item, Duration delay) {
    change(
        "update control.work_item set lease_until = null, due_at = now() + ? * interval '1 second'"
            + " where id = ? and fence = ?",
        item,
        delay);
  }

  /** Gives the item back as if it had not been claimed, to be claimed again after the delay. */
  public void postpone(WorkItem item, Duration delay) {
    change(
        "update control.work_item set lease_until = null, attempts = greatest(attempts - 1, 0),"
            + " due_at = now() + ? * interval '1 second' where id = ? and fence = ?",
        item,
        delay);
  }

  private void change(String sql, WorkItem item, Duration delay) {
    try (Connection connection = worker.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      int next = 1;
      if (delay != null) {
        change.setLong(next++, delay.toSeconds());
      }
      change.setObject(next++, item.id());
      change.setLong(next, item.fence());
      change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Could not give back work " + item.id(), e);
    }
  }
}
