package org.freehold.audit.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.freehold.platform.TenantId;

/**
 * The name of this installation's logs. It is hashed into every event, so what was set when the
 * first was recorded counts for ever; another setting changes nothing and is told.
 */
@ApplicationScoped
public class LogOrigin {
  private static final Logger LOG = System.getLogger(LogOrigin.class.getName());

  @Resource(lookup = "jdbc/freehold_sealing")
  private DataSource apart;

  @Inject private AuditSettings settings;

  private volatile String remembered;

  /** The origin line of the tenant's log (C2SP checkpoints). */
  public String logOf(TenantId tenant) {
    String origin = remembered;
    if (origin == null) {
      origin = remember(settings.origin());
      remembered = origin;
    }
    return origin + "/t/" + tenant.value();
  }

  String remember(String set) {
    try (Connection connection = apart.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into control.audit_origin (origin) values (?) on conflict do nothing");
        Statement query = connection.createStatement()) {
      insert.setString(1, set);
      insert.executeUpdate();
      try (ResultSet row = query.executeQuery("select origin from control.audit_origin")) {
        row.next();
        return kept(row.getString(1), set);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("It is not known what the logs are called", e);
    }
  }

  private static String kept(String kept, String set) {
    if (!kept.equals(set)) {
      LOG.log(
          Level.WARNING,
          "freehold.audit.origin is {0}, and the events of this installation are of {1}: that counts",
          set,
          kept);
    }
    return kept;
  }
}
