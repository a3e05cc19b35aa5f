package org.freehold.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.freehold.platform.TenantRef;

/**
 * The only door to tenant data by plain JDBC: sets the tenant exactly as the entity manager's
 * connections do.
 */
@ApplicationScoped
public class TenantJdbc {
  /** Readies a connection inside a running transaction; the setting ends with the transaction. */
  public void enter(Connection connection, TenantRef tenant) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement(
            "select set_config('app.tenant_id', ?, true), set_config('search_path', ?, true)")) {
      set.setString(1, tenant.id().value().toString());
      set.setString(2, tenant.placement().schema());
      set.execute();
    }
  }
}
