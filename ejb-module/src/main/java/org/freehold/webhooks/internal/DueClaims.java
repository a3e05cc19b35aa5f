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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.freehold.engine.delivery.Turns.Share;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.QueuePlans;

/**
 * Claims what is due as the worker role, which sees queue tables only, in transactions of their own
 * and a pool of their own. A claim that is lost with a crash of the database is a claim that was
 * never made, so none waits for the disk.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueClaims {
  private static final String FREE =
      " and q.due_at <= least(now(), ?) and (q.lease_until is null or q.lease_until < now())";

  private static final String LEASE =
      " update control.delivery_due set lease_until = now() + ? * interval '1 second', fence = fence + 1"
          + " where ctid = any (array(select place from due))"
          + " returning tenant_id, endpoint_id, subject_id, lane, fence, due_at, failures";

  /** Tenants count only with something to claim: what others are at stops nobody behind it. */
  static final String MESSAGES =
      "with recursive tenant (id, n) as ((select q.tenant_id, 1 from control.delivery_due q"
          + " where q.endpoint_id is null and q.tenant_id > ?"
          + DueLook.BY_TIME
          + FREE
          + " order by q.tenant_id, q.due_at limit 1)"
          + " union all select further.tenant_id, t.n + 1 from tenant t cross join lateral"
          + " (select q.tenant_id from control.delivery_due q where q.endpoint_id is null"
          + " and q.tenant_id > t.id"
          + DueLook.BY_TIME
          + FREE
          + " order by q.tenant_id, q.due_at limit 1) further where t.n < ?),"
          + " due as materialized (select found.place from tenant t cross join lateral"
          + " (select q.ctid as place from control.delivery_due q where q.endpoint_id is null"
          + " and q.tenant_id = t.id"
          + DueLook.BY_TIME
          + FREE
          + " order by q.due_at limit ? for update skip locked) found)"
          + LEASE;

  static final String DELIVERIES =
      "with due as materialized (select found.place from unnest(?::uuid[], ?::uuid[], ?::int[])"
          + " as share (tenant_id, endpoint_id, most) cross join lateral"
          + " (select q.ctid as place from control.delivery_due q where q.lane = ?"
          + " and q.tenant_id = share.tenant_id and q.endpoint_id = share.endpoint_id"
          + FREE
          + " order by q.due_at limit share.most for update skip locked) found)"
          + LEASE;

  /** Waits for nobody: what is locked is being recorded or given back just now. */
  static final String HOLD =
      "with mine as materialized (select q.place"
          + " from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as held (tenant_id, subject_id, fence)"
          + " cross join lateral (select ctid as place from control.delivery_due"
          + " where tenant_id = held.tenant_id and subject_id = held.subject_id and fence = held.fence"
          + " and lease_until is not null for update skip locked) q)"
          + " update control.delivery_due set lease_until = now() + ? * interval '1 second'"
          + " where ctid = any (array(select place from mine)) returning subject_id, fence";

  /** Before the change: what another moved while this waits is seen where it is by that. */
  static final String LOCK =
      "select count(*) from unnest(?::uuid[], ?::uuid[]) as back (tenant_id, subject_id)"
          + " cross join lateral (select from control.delivery_due"
          + " where tenant_id = back.tenant_id and subject_id = back.subject_id for update) q";

  static final String GIVE_BACK =
      "with mine as materialized (select q.place, back.due_at, back.failed"
          + " from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::int[])"
          + " as back (tenant_id, subject_id, fence, due_at, failed)"
          + " cross join lateral (select ctid as place from control.delivery_due"
          + " where tenant_id = back.tenant_id and subject_id = back.subject_id"
          + " and fence = back.fence offset 0) q)"
          + " update control.delivery_due q set lease_until = null,"
          + " due_at = greatest(q.due_at, mine.due_at), failures = q.failures + mine.failed"
          + " from mine where q.ctid = mine.place";

  /**
   * A row that is given back with nothing attempted.
   *
   * @param dueAt not to be claimed before
   * @param failed whether something of ours was in the way
   */
  public record Back(Claimed claimed, Instant dueAt, boolean failed) {}

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  /** Messages that may be spread now, of so many tenants after the given one, so many of each. */
  public List<Claimed> messages(
      UUID after, int tenants, int ofTenant, Duration lease, Instant now) {
    return claim(
        MESSAGES,
        lease,
        statement -> {
          Timestamp moment = Timestamp.from(now);
          statement.setObject(1, after);
          statement.setTimestamp(2, moment);
          statement.setTimestamp(3, moment);
          statement.setInt(4, tenants);
          statement.setTimestamp(5, moment);
          statement.setInt(6, ofTenant);
          return 7;
        });
  }

  /** Deliveries, as many of each endpoint as its share, the longest due first. */
  public List<Claimed> deliveries(Lane lane, List<Share> shares, Duration lease, Instant now) {
    return claim(
        DELIVERIES,
        lease,
        statement -> {
          new RowArrays<>(statement, 1, shares)
              .column("uuid", Share::tenant)
              .column("uuid", Share::endpoint)
              .column("int4", Share::count);
          statement.setString(4, WireNames.of(lane));
          statement.setTimestamp(5, Timestamp.from(now));
          return 6;
        });
  }

  /** Sets what a statement needs before the lease, and answers the number of the lease. */
  private interface Parameters {
    int set(PreparedStatement statement) throws SQLException;
  }

  private List<Claimed> claim(String sql, Duration lease, Parameters parameters) {
    // Before the database's own moment, so that this node never believes longer in a lease.
    long until = System.nanoTime() + lease.toNanos();
    try (Connection connection = ready();
        PreparedStatement claim = connection.prepareStatement(sql)) {
      claim.setLong(parameters.set(claim), lease.toSeconds());
      List<Claimed> claimed = new ArrayList<>();
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          claimed.add(
              new Claimed(
                  new TenantId(rows.getObject(1, UUID.class)),
                  rows.getObject(2, UUID.class),
                  rows.getObject(3, UUID.class),
                  WireNames.constant(Lane.class, rows.getString(4)).orElseThrow(),
                  rows.getLong(5),
                  rows.getTimestamp(6).toInstant(),
                  rows.getInt(7),
                  until));
        }
      }
      return claimed;
    } catch (SQLException e) {
      throw new IllegalStateException("Could not claim what webhooks have to do", e);
    }
  }

  private Connection ready() throws SQLException {
    Connection connection = worker.getConnection();
    QueuePlans.quicklyInOrder(connection);
    return connection;
  }

  /**
   * Holds the rows for the lease again, those that were neither given back nor claimed since, and
   * answers which these are. One that is being recorded is not among them.
   */
  public List<Claimed> hold(Collection<Claimed> held, Duration lease) {
    try (Connection connection = ready();
        PreparedStatement hold = connection.prepareStatement(HOLD)) {
      new RowArrays<>(hold, 1, List.copyOf(held))
          .column("uuid", one -> one.tenant().value())
          .column("uuid", Claimed::subject)
          .column("int8", Claimed::fence);
      hold.setLong(4, lease.toSeconds());
      Map<UUID, Long> fences = new HashMap<>();
      try (ResultSet rows = hold.executeQuery()) {
        while (rows.next()) {
          fences.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
      return held.stream()
          .filter(one -> Objects.equals(fences.get(one.subject()), one.fence()))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("Could not keep leases of deliveries", e);
    }
  }

  /** Lets others claim the rows again. */
  public void giveBack(List<Back> rows) {
    try (Connection connection = ready();
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement back = connection.prepareStatement(GIVE_BACK)) {
      new RowArrays<>(lock, 1, rows)
          .column("uuid", row -> row.claimed().tenant().value())
          .column("uuid", row -> row.claimed().subject());
      lock.execute();
      new RowArrays<>(back, 1, rows)
          .column("uuid", row -> row.claimed().tenant().value())
          .column("uuid", row -> row.claimed().subject())
          .column("int8", row -> row.claimed().fence())
          .column("timestamptz", Back::dueAt)
          .column("int4", row -> row.failed() ? 1 : 0);
      back.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Could not give back deliveries", e);
    }
  }
}
