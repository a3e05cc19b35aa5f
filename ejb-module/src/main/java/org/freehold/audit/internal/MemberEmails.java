package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;

/** Who is or was a member of a tenant, with the email that is known of them. */
@ApplicationScoped
public class MemberEmails {
  /** Of those of these people who are members, active or not. */
  Map<UUID, String> emails(Connection connection, TenantId tenant, Collection<UUID> people)
      throws SQLException {
    if (people.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select user_id, email from membership where tenant_id = ? and user_id = any (?)")) {
      query.setObject(1, tenant.value());
      query.setArray(2, connection.createArrayOf("uuid", people.toArray()));
      Map<UUID, String> emails = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          emails.put(rows.getObject(1, UUID.class), rows.getString(2));
        }
      }
      return emails;
    }
  }
}
