package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.platform.TenantId;

/**
 * What remembers a tree beside its own row: the places of its leaves, its checkpoints, the
 * platform's table of heads, and the folder outside the database. A tree whose row is gone is not
 * begun anew while one of them does.
 */
@ApplicationScoped
public class TreeMemory {
  private static final String LEAVES =
      "select coalesce((select max(position) + 1 from audit_leaf where tenant_id = ?), 0),"
          + " greatest((select max(size) from audit_checkpoint where tenant_id = ?),"
          + " (select size from control.audit_head where tenant_id = ?), 0),"
          + " exists (select from audit_tile where tenant_id = ?)";

  @Inject private CheckpointFolder folder;

  /** Throws {@link TrailNotConsistent} when the tree was there, and is gone. */
  void requireNone(Connection connection, TenantId tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
      for (int at = 1; at <= 4; at++) {
        query.setObject(at, tenant.value());
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long signed = row.getLong(2);
        if (signed > 0) {
          throw gone(tenant, "a checkpoint over %d leaves was signed".formatted(signed));
        }
        if (row.getLong(1) > 0 || row.getBoolean(3)) {
          throw gone(tenant, "%d leaves have their places in it".formatted(row.getLong(1)));
        }
      }
    }
    if (folder.newest(tenant).isPresent()) {
      throw gone(tenant, "a checkpoint over it is remembered outside the database");
    }
  }

  private static TrailNotConsistent gone(TenantId tenant, String why) {
    return new TrailNotConsistent(
        "The row of the tree of tenant %s is gone or empty, and %s".formatted(tenant.value(), why));
  }

  /** How many leaves have places, whatever the row of the tree says. */
  long leaves(Connection connection, TenantId tenant) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select coalesce(max(position) + 1, 0) from audit_leaf where tenant_id = ?")) {
      query.setObject(1, tenant.value());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The newest checkpoint that the platform's table of heads knows of. */
  Optional<Checkpoint> head(Connection connection, TenantId tenant) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select origin, size, root from control.audit_head where tenant_id = ?")) {
      query.setObject(1, tenant.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Checkpoint(row.getString(1), row.getLong(2), row.getBytes(3)))
            : Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      throw new TrailNotConsistent(
          "The head that the platform knows is damaged: " + e.getMessage());
    }
  }
}
