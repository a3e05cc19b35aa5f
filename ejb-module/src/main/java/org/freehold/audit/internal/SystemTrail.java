package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.freehold.engine.transparency.Outcome;
import org.freehold.platform.CallContext;
import org.freehold.platform.Severity;

/** What the trail tells of itself, on the connection of whoever finds it out. */
@ApplicationScoped
public class SystemTrail {
  private static final String EVENT = "audit_event";

  @Inject private AuditWriter writer;

  /** Something that must not be, about one event. */
  public void critical(Connection connection, CallContext call, String action, UUID event)
      throws SQLException {
    write(connection, call, action, Severity.CRITICAL, EVENT, event, null);
  }

  /** Something that must not be, about one thing of this type, with what is known of it. */
  public void alarm(
      Connection connection,
      CallContext call,
      String action,
      String type,
      UUID resource,
      Record values)
      throws SQLException {
    write(connection, call, action, Severity.CRITICAL, type, resource, values);
  }

  /** Something that is to be on record. */
  public void note(
      Connection connection, CallContext call, String action, String type, Record values)
      throws SQLException {
    write(connection, call, action, Severity.INFO, type, null, values);
  }

  private void write(
      Connection connection,
      CallContext call,
      String action,
      Severity severity,
      String type,
      UUID resource,
      Record values)
      throws SQLException {
    writer.write(
        connection,
        call,
        new AuditEntry(
            null,
            action,
            Outcome.SUCCESS,
            null,
            severity,
            true,
            type,
            resource,
            null,
            null,
            values));
  }
}
