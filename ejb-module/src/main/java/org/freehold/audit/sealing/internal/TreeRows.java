package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.TilePart;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.QueuePlans;

/** The rows of a tenant's tree, on a connection that has entered the tenant. */
@ApplicationScoped
public class TreeRows {
  /**
   * In the order of their ids, so of time. The hash is made where the bytes are, so that they need
   * not be sent. Each event is looked up by its key: a join would be free to read the whole trail.
   * The tenant is a range of one, and so is the id, so that one index alone has the order that is
   * asked for: in a month that has just begun every other looks as good.
   */
  static final String TAKE =
      "with taken as materialized (select ctid as place from control.audit_pending"
          + " where tenant_id between ? and ? order by tenant_id, event_id limit ?),"
          + " gone as (delete from control.audit_pending where ctid = any (array(select place from taken))"
          + " returning event_id)"
          + " select g.event_id, e.hash from gone g left join lateral (select sha256('\\x00'::bytea || leaf) as hash"
          + " from audit_event where tenant_id between ? and ? and id between g.event_id and g.event_id"
          + " order by tenant_id, id limit 1) e on true order by g.event_id";

  private static final String GROW =
      "update audit_tile t set hashes = t.hashes || p.hashes"
          + " from unnest(?::int[], ?::bigint[], ?::int[], ?::bytea[]) as p (level, index, begun, hashes)"
          + " where t.tenant_id = ? and t.level = p.level and t.index = p.index and length(t.hashes) = p.begun * 32";

  private static final String BEGIN =
      "insert into audit_tile (tenant_id, level, index, hashes) select ?, p.level, p.index, p.hashes"
          + " from unnest(?::int[], ?::bigint[], ?::bytea[]) as p (level, index, hashes)";

  private static final String UNIQUE_VIOLATION = "23505";

  /**
   * A tree as it is kept.
   *
   * @param origin the name of the log, as it was when the tree began
   * @param range grows when leaves are appended to it
   */
  record Tree(String origin, CompactRange range, Instant announcedAt) {}

  /**
   * An event that was taken from the queue.
   *
   * @param hash of its leaf; null when the event is gone
   */
  record Taken(UUID event, byte[] hash) {}

  /** Holds the tree until the transaction ends; empty when somebody else does. */
  Optional<Tree> hold(Connection connection, TenantId tenant) throws SQLException {
    return read(connection, tenant, " for update skip locked");
  }

  /** Waits until nobody else holds it. */
  Optional<Tree> await(Connection connection, TenantId tenant) throws SQLException {
    return read(connection, tenant, " for update");
  }

  Optional<Tree> look(Connection connection, TenantId tenant) throws SQLException {
    return read(connection, tenant, "");
  }

  private static Optional<Tree> read(Connection connection, TenantId tenant, String how)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select origin, size, subtrees, announced_at from audit_tree where tenant_id = ?"
                + how)) {
      query.setObject(1, tenant.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Tree(
                    row.getString(1),
                    range(row.getLong(2), row.getBytes(3)),
                    row.getTimestamp(4).toInstant()))
            : Optional.empty();
      }
    }
  }

  private static CompactRange range(long size, byte[] subtrees) {
    try {
      return CompactRange.of(size, subtrees);
    } catch (IllegalArgumentException e) {
      throw new TrailNotConsistent("The tree of the trail is damaged: " + e.getMessage());
    }
  }

  /** Begins the tree of a tenant that has none. */
  void plant(Connection connection, TenantId tenant, String origin, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_tree (tenant_id, origin, size, subtrees, sealed_at, announced_at)"
                + " values (?, ?, 0, '', ?, ?) on conflict (tenant_id) do nothing")) {
      insert.setObject(1, tenant.value());
      insert.setString(2, origin);
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setTimestamp(4, Timestamp.from(now));
      insert.executeUpdate();
    }
  }

  /** Takes what is committed from the queue of the tenant. */
  List<Taken> take(Connection connection, TenantId tenant, int most) throws SQLException {
    QueuePlans.inOrder(connection);
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setObject(1, tenant.value());
      take.setObject(2, tenant.value());
      take.setInt(3, most);
      take.setObject(4, tenant.value());
      take.setObject(5, tenant.value());
      List<Taken> taken = new ArrayList<>();
      try (ResultSet rows = take.executeQuery()) {
        while (rows.next()) {
          taken.add(new Taken(rows.getObject(1, UUID.class), rows.getBytes(2)));
        }
      }
      return taken;
    }
  }

  /** Gives the events their places, the first of them {@code begin}. */
  void place(Connection connection, TenantId tenant, long begin, List<UUID> events)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_leaf (tenant_id, position, event_id)"
                + " select ?, ? + e.number - 1, e.id from unnest(?::uuid[]) with ordinality as e (id, number)")) {
      insert.setObject(1, tenant.value());
      insert.setLong(2, begin);
      insert.setArray(3, connection.createArrayOf("uuid", events.toArray()));
      added(insert, "Places from %d on are taken that the tree does not know of".formatted(begin));
    }
  }

  /** What is there already, nobody who seals has put there: the tree holds the places. */
  private static void added(PreparedStatement insert, String otherwise) throws SQLException {
    try {
      insert.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new TrailNotConsistent(otherwise);
      }
      throw e;
    }
  }

  /** Adds to the tiles; {@link TrailNotConsistent} when they are not as the tree left them. */
  void add(Connection connection, TenantId tenant, List<TilePart> parts) throws SQLException {
    List<TilePart> begun = parts.stream().filter(part -> part.offset() > 0).toList();
    if (!begun.isEmpty()) {
      try (PreparedStatement grow = connection.prepareStatement(GROW)) {
        grow.setArray(1, array(connection, "int", begun.stream().map(TilePart::level).toArray()));
        grow.setArray(
            2, array(connection, "bigint", begun.stream().map(TilePart::index).toArray()));
        grow.setArray(3, array(connection, "int", begun.stream().map(TilePart::offset).toArray()));
        grow.setArray(4, hashes(connection, begun));
        grow.setObject(5, tenant.value());
        if (grow.executeUpdate() != begun.size()) {
          throw new TrailNotConsistent("The tiles of the trail are not as its tree left them");
        }
      }
    }
    List<TilePart> fresh = parts.stream().filter(part -> part.offset() == 0).toList();
    if (!fresh.isEmpty()) {
      try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
        begin.setObject(1, tenant.value());
        begin.setArray(2, array(connection, "int", fresh.stream().map(TilePart::level).toArray()));
        begin.setArray(
            3, array(connection, "bigint", fresh.stream().map(TilePart::index).toArray()));
        begin.setArray(4, hashes(connection, fresh));
        added(begin, "The tiles of the trail are not as its tree left them");
      }
    }
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static Array hashes(Connection connection, List<TilePart> parts) throws SQLException {
    return connection.createArrayOf(
        "bytea", parts.stream().map(TilePart::hashes).toArray(byte[][]::new));
  }

  /** Keeps how far the tree is now. */
  void keep(Connection connection, TenantId tenant, CompactRange range, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update audit_tree set size = ?, subtrees = ?, sealed_at = ? where tenant_id = ?")) {
      update.setLong(1, range.size());
      update.setBytes(2, range.hashes());
      update.setTimestamp(3, Timestamp.from(now));
      update.setObject(4, tenant.value());
      update.executeUpdate();
    }
  }

  /** The hashes of a tile, or null. */
  byte[] tile(Connection connection, TenantId tenant, int level, long index) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hashes from audit_tile where tenant_id = ? and level = ? and index = ?")) {
      query.setObject(1, tenant.value());
      query.setInt(2, level);
      query.setLong(3, index);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }
}
