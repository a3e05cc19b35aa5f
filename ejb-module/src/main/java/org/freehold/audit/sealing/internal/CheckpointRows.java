package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.platform.TenantId;

/** The checkpoints of a tenant, on a connection that has entered the tenant. */
@ApplicationScoped
public class CheckpointRows {
  /** A checkpoint and its note. */
  record Signed(Checkpoint checkpoint, SignedNote note, Instant signedAt) {}

  /** As it stands there, though it may be damaged. */
  record Kept(long size, String note, Instant signedAt) {
    private Signed signed() {
      try {
        SignedNote read = SignedNote.parse(note);
        return new Signed(Checkpoint.parse(read.text()), read, signedAt);
      } catch (IllegalArgumentException e) {
        throw new TrailNotConsistent(
            "The checkpoint that was kept over %d leaves is damaged: %s"
                .formatted(size, e.getMessage()));
      }
    }
  }

  Optional<Signed> newest(Connection connection, TenantId tenant) throws SQLException {
    return list(connection, tenant, null, true, 1).stream().findFirst();
  }

  /** Those of {@link #kept}; {@link TrailNotConsistent} when one cannot be read. */
  List<Signed> list(
      Connection connection, TenantId tenant, Long after, boolean descending, int most)
      throws SQLException {
    return kept(connection, tenant, after, descending, most).stream().map(Kept::signed).toList();
  }

  /**
   * By size.
   *
   * @param after the size behind which they begin; null: from the first
   */
  List<Kept> kept(Connection connection, TenantId tenant, Long after, boolean descending, int most)
      throws SQLException {
    long bound = after == null ? (descending ? Long.MAX_VALUE : -1) : after;
    try (PreparedStatement query =
        connection.prepareStatement(
            "select size, note, signed_at from audit_checkpoint where tenant_id = ? and size "
                + (descending ? "< ? order by size desc" : "> ? order by size")
                + " limit ?")) {
      query.setObject(1, tenant.value());
      query.setLong(2, bound);
      query.setInt(3, most);
      List<Kept> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(new Kept(rows.getLong(1), rows.getString(2), rows.getTimestamp(3).toInstant()));
        }
      }
      return found;
    }
  }

  /** Deletes old ones that need not be kept, a thousand at most, and answers how many. */
  long thin(Connection connection) throws SQLException {
    try (Statement thin = connection.createStatement();
        ResultSet row = thin.executeQuery("select thin_audit_checkpoints()")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Keeps it, and tells the platform's table of heads. */
  void add(Connection connection, TenantId tenant, Signed signed) throws SQLException {
    Checkpoint checkpoint = signed.checkpoint();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "with kept as (insert into audit_checkpoint (tenant_id, size, root, note, signed_at) values (?, ?, ?, ?, ?))"
                + " insert into control.audit_head as h (tenant_id, origin, size, root, signed_at, told_size)"
                + " values (?, ?, ?, ?, ?, 0) on conflict (tenant_id) do update set origin = excluded.origin,"
                + " size = excluded.size, root = excluded.root, signed_at = excluded.signed_at"
                + " where h.size < excluded.size")) {
      Timestamp at = Timestamp.from(signed.signedAt());
      insert.setObject(1, tenant.value());
      insert.setLong(2, checkpoint.size());
      insert.setBytes(3, checkpoint.root());
      insert.setString(4, signed.note().toString());
      insert.setTimestamp(5, at);
      insert.setObject(6, tenant.value());
      insert.setString(7, checkpoint.origin());
      insert.setLong(8, checkpoint.size());
      insert.setBytes(9, checkpoint.root());
      insert.setTimestamp(10, at);
      insert.executeUpdate();
    }
  }
}
