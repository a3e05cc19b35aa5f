package org.freehold.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;

/** Puts work into the queue on a connection that takes no part in the container's transactions. */
@ApplicationScoped
public class WorkRows {
  /**
   * Leaves an item that waits as it is; one that somebody is at just now is due again afterwards,
   * as they may not have seen why it was asked for. Rings no bell: it is for what is due later.
   */
  public void scheduleOnce(
      Connection connection, String kind, TenantId tenant, UUID subject, Instant due)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into control.work_item as w (id, kind, tenant_id, subject_id, due_at) values (?, ?, ?, ?, ?)"
                + " on conflict (kind, tenant_id, subject_id) do update set due_at = excluded.due_at,"
                + " lease_until = null, attempts = 0, fence = w.fence + 1 where w.lease_until is not null")) {
      insert.setObject(1, Uuid7.next());
      insert.setString(2, kind);
      insert.setObject(3, tenant.value());
      insert.setObject(4, subject);
      insert.setTimestamp(5, Timestamp.from(due));
      insert.executeUpdate();
    }
  }
}
