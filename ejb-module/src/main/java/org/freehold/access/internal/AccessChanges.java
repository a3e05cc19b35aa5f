package org.freehold.access.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.freehold.platform.TenantId;

/** Asks which tenants' access and flags have changed, of all tenants, outside of any call. */
@ApplicationScoped
public class AccessChanges {
  /** A row without a tenant when there is none. */
  private static final String SINCE =
      "select pg_snapshot_xmin(pg_current_snapshot())::text, v.matter, v.tenant_id, v.version,"
          + " v.roles_version, v.changed_in::text::bigint from (select) always left join ("
          + "select 'ACCESS' as matter, tenant_id, version, roles_version, changed_in"
          + " from control.access_version union all"
          + " select 'FLAGS', tenant_id, version, 0, changed_in from control.flag_version"
          + ") v on v.changed_in >= ?::xid8"
          // What a restored dump brought along was changed by transactions that are yet to come.
          + " and v.changed_in < pg_snapshot_xmax(pg_current_snapshot())";

  /**
   * What changed.
   *
   * @param next from where to ask the next time: leaves out no transaction that was running
   */
  record Changes(Map<StateKey, AccessState> states, String next) {}

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  /** Committed by transactions from {@code since} on; null asks for none. */
  Changes since(String since) {
    try (Connection connection = worker.getConnection();
        PreparedStatement asked = connection.prepareStatement(SINCE)) {
      asked.setString(1, since);
      try (ResultSet rows = asked.executeQuery()) {
        return changes(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not ask what changed in access", e);
    }
  }

  private static Changes changes(ResultSet rows) throws SQLException {
    Map<StateKey, AccessState> states = new HashMap<>();
    String next = null;
    while (rows.next()) {
      next = rows.getString(1);
      String matter = rows.getString(2);
      if (matter != null) {
        TenantId tenant = new TenantId(rows.getObject(3, UUID.class));
        states.put(
            new StateKey(tenant, StateKey.Matter.valueOf(matter)),
            new AccessState(rows.getLong(4), rows.getLong(5), rows.getLong(6), false));
      }
    }
    return new Changes(states, next);
  }
}
