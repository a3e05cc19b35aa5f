package org.freehold.audit.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.TenantJdbc;

/** The disclosures of one event as they were sealed; the product only ever tells their values. */
@Stateless
public class OpenedDisclosures {
  @Resource(lookup = "jdbc/freehold")
  private DataSource dataSource;

  @Inject private TenantJdbc tenantJdbc;
  @Inject private SubjectKeys subjects;

  public List<Disclosure> of(TenantRef tenant, UUID event) throws SQLException {
    List<Disclosure> opened = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      tenantJdbc.enter(connection, tenant);
      try (PreparedStatement query =
          connection.prepareStatement(
              "select path, subject_id, sealed from audit_disclosure where event_id = ?")) {
        query.setObject(1, event);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            UUID subject = rows.getObject(2, UUID.class);
            SubjectKey key =
                subjects.bySubject(connection, tenant.id(), List.of(subject)).get(subject);
            opened.add(AuditWriter.open(key, event, rows.getString(1), rows.getBytes(3)));
          }
        }
      }
    }
    return opened;
  }
}
