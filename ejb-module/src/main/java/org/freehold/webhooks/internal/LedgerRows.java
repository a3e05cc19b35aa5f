package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.LedgerFinding.Code;

/** The statements of the ledger, on a connection that has entered the tenant. */
@ApplicationScoped
public class LedgerRows {
  /** One statement, so that all of it is of one moment. */
  private static final String STOCK =
      "select coalesce(sum(l.created), 0), coalesce(sum(l.delivered), 0), coalesce(sum(l.exhausted), 0),"
          + " coalesce(sum(l.skipped), 0), coalesce(sum(l.spread), 0), coalesce(sum(l.sequenced), 0),"
          + " (select count(*) from control.delivery_due q where q.tenant_id = ? and q.endpoint_id is not null),"
          + " (select count(*) from control.delivery_due q where q.tenant_id = ? and q.endpoint_id is null),"
          + " (select count(*) from message m where m.tenant_id = ? and m.spread_at is null),"
          + " (select coalesce(sum(h.last_sequence), 0) from endpoint_health h where h.tenant_id = ?),"
          + " %s from webhook_ledger l where l.tenant_id = ?";

  private static final String LEFT_OVER =
      "(select count(*) from control.delivery_due q where q.tenant_id = ?"
          + " and q.endpoint_id is not null and not exists (select from delivery d"
          + " where d.tenant_id = q.tenant_id and d.id = q.subject_id and d.status = 'pending'))";

  private static final String LOOK =
      "with looked as (select d.id, d.status, d.created_at from delivery d where d.tenant_id = ?"
          + " and d.created_at >= ? and d.created_at < ? and (d.created_at, d.id) > (?, ?)"
          + " order by d.created_at, d.id limit ?),"
          + " tried as (select a.delivery_id, bool_or(a.error is null) as arrived from delivery_attempt a"
          + " where a.tenant_id = ? and a.delivery_id in (select id from looked) group by a.delivery_id),"
          + " told as (select l.id, l.created_at, case"
          + " when l.status = 'delivered' and not coalesce(t.arrived, false) then 'DELIVERED_UNPROVED'"
          + " when l.status = 'exhausted' and t.arrived then 'EXHAUSTED_WRONGLY'"
          + " when l.status = 'pending' and not exists (select from control.delivery_due q"
          + " where q.tenant_id = ? and q.subject_id = l.id) then 'DELIVERIES_LOST' end as wrong"
          + " from looked l left join tried t on t.delivery_id = l.id)"
          + " select wrong, count(*), min(id::text), max(created_at), (array_agg(id order by created_at desc, id desc))[1]"
          + " from told group by wrong";

  private static final String COUNTED =
      "select coalesce(sum(created), 0) from webhook_ledger where tenant_id = ? and day = ?";

  /**
   * Rows of the shards of days that are over become one; what changes later makes new ones. One
   * that is written just now is left for the next time: whoever writes it may wait for others.
   */
  private static final String FOLD =
      "with free as materialized (select tenant_id, day, shard from webhook_ledger where tenant_id = ?"
          + " and day < ? and shard >= 0 for update skip locked),"
          + " gone as (delete from webhook_ledger l using free f where l.tenant_id = f.tenant_id"
          + " and l.day = f.day and l.shard = f.shard returning l.*)"
          + " insert into webhook_ledger as l select tenant_id, day, -1, sum(spread), sum(created),"
          + " sum(sequenced), sum(delivered), sum(exhausted), sum(skipped) from gone group by tenant_id, day"
          + " on conflict (tenant_id, day, shard) do update set spread = l.spread + excluded.spread,"
          + " created = l.created + excluded.created, sequenced = l.sequenced + excluded.sequenced,"
          + " delivered = l.delivered + excluded.delivered, exhausted = l.exhausted + excluded.exhausted,"
          + " skipped = l.skipped + excluded.skipped";

  /**
   * What was seen of some rows.
   *
   * @param count of the rows
   * @param lastAt with {@code lastId} the last of them; null without any
   */
  record Seen(long count, Instant lastAt, UUID lastId, List<LedgerFinding> findings) {}

  LedgerStock stock(Connection connection, TenantId tenant) throws SQLException {
    LedgerStock quick = stock(connection, tenant, false);
    // Only when the numbers differ is it worth asking which of the queue are over.
    return quick.findings().isEmpty() ? quick : stock(connection, tenant, true);
  }

  private static LedgerStock stock(Connection connection, TenantId tenant, boolean exact)
      throws SQLException {
    String sql = STOCK.formatted(exact ? LEFT_OVER : "0");
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 1; i <= (exact ? 6 : 5); i++) {
        select.setObject(i, tenant.value());
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return stock(row);
      }
    }
  }

  private static LedgerStock stock(ResultSet row) throws SQLException {
    return new LedgerStock(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(7),
        row.getLong(11),
        row.getLong(5),
        row.getLong(9),
        row.getLong(8),
        row.getLong(6),
        row.getLong(10));
  }

  /** So many deliveries made on the day before the moment, after the last that was seen. */
  Seen look(Connection connection, TenantId tenant, LedgerState from, Instant before, int most)
      throws SQLException {
    Instant begins = from.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant ends = from.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    try (PreparedStatement look = connection.prepareStatement(LOOK)) {
      look.setObject(1, tenant.value());
      look.setTimestamp(2, Timestamp.from(begins));
      look.setTimestamp(3, Timestamp.from(before.isBefore(ends) ? before : ends));
      look.setTimestamp(4, Timestamp.from(from.reachedAt() == null ? begins : from.reachedAt()));
      look.setObject(5, from.reachedId() == null ? new UUID(0, 0) : from.reachedId());
      look.setInt(6, most);
      look.setObject(7, tenant.value());
      look.setObject(8, tenant.value());
      return seen(look);
    }
  }

  private static Seen seen(PreparedStatement look) throws SQLException {
    long count = 0;
    Instant lastAt = null;
    UUID lastId = null;
    List<LedgerFinding> findings = new ArrayList<>();
    try (ResultSet rows = look.executeQuery()) {
      while (rows.next()) {
        String wrong = rows.getString(1);
        count += rows.getLong(2);
        Instant at = rows.getTimestamp(4).toInstant();
        UUID id = rows.getObject(5, UUID.class);
        boolean later =
            lastAt == null
                || at.isAfter(lastAt)
                || at.equals(lastAt) && id.toString().compareTo(lastId.toString()) > 0;
        lastAt = later ? at : lastAt;
        lastId = later ? id : lastId;
        if (wrong != null) {
          findings.add(
              new LedgerFinding(
                  Code.valueOf(wrong), rows.getLong(2), UUID.fromString(rows.getString(3))));
        }
      }
    }
    return new Seen(count, lastAt, lastId, findings);
  }

  /** How many were made on the day, as they were counted when that happened. */
  long counted(Connection connection, TenantId tenant, LocalDate day) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNTED)) {
      select.setObject(1, tenant.value());
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  void fold(Connection connection, TenantId tenant, LocalDate today) throws SQLException {
    try (PreparedStatement fold = connection.prepareStatement(FOLD)) {
      fold.setObject(1, tenant.value());
      fold.setObject(2, today.minusDays(1));
      fold.executeUpdate();
    }
  }
}
