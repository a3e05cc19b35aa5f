package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.audit.internal.SystemTrail;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.platform.work.WorkRows;

/**
 * The log of the logs: tells the trail of the platform of every checkpoint that tenants' trails
 * reached, so that a trail that is gone as a whole is missed. That trail is sealed as all are, and
 * one signature over it covers all of them.
 */
@ApplicationScoped
public class PlatformHeads implements WorkHandler {
  private static final String KIND = "audit_heads";

  /** Few enough for one event. */
  private static final int AT_ONCE = 200;

  @Inject private OwnTransaction transaction;
  @Inject private SystemTrail trail;
  @Inject private WorkRows work;
  @Inject private AuditSettings settings;
  @Inject private Clock clock;

  /** What an event tells. */
  public record Heads(List<Head> heads) {}

  /** One trail and how far it was. */
  public record Head(String origin, long size, String root) {}

  private record Moved(List<UUID> tenants, List<Head> heads) {}

  /** Has it told, with those that move meanwhile. */
  void soon(Connection connection, TenantId tenant) throws SQLException {
    if (!tenant.equals(TenantId.PLATFORM)) {
      work.scheduleOnce(
          connection,
          KIND,
          TenantId.PLATFORM,
          TenantId.PLATFORM.value(),
          clock.instant().plus(settings.checkpointPause()));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    tell();
  }

  /** Tells of all trails that have moved since they were told of. */
  void tell() {
    int told = AT_ONCE;
    while (told == AT_ONCE) {
      told = transaction.of(TenantRef.PLATFORM, this::tellSome);
    }
  }

  private int tellSome(Connection connection) throws SQLException {
    Moved moved = moved(connection);
    if (!moved.tenants().isEmpty()) {
      CallContext call = CallContext.system("audit:heads", TenantRef.PLATFORM);
      Heads heads = new Heads(moved.heads());
      trail.note(connection, call, "audit.heads_recorded", "audit_log", heads);
      try (PreparedStatement update =
          connection.prepareStatement(
              "update control.audit_head set told_size = size where tenant_id = any(?)")) {
        update.setArray(1, connection.createArrayOf("uuid", moved.tenants().toArray()));
        update.executeUpdate();
      }
    }
    return moved.tenants().size();
  }

  private static Moved moved(Connection connection) throws SQLException {
    Moved moved = new Moved(new ArrayList<>(), new ArrayList<>());
    String sql =
        "select tenant_id, origin, size, root from control.audit_head where told_size < size"
            + " and tenant_id <> '%s' order by tenant_id limit %d for update skip locked"
                .formatted(TenantId.PLATFORM.value(), AT_ONCE);
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        moved.tenants().add(rows.getObject(1, UUID.class));
        String root = Base64.getEncoder().encodeToString(rows.getBytes(4));
        moved.heads().add(new Head(rows.getString(2), rows.getLong(3), root));
      }
    }
    return moved;
  }
}
