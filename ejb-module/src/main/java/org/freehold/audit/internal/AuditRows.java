package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Inserts an event, its disclosures and its place in the queue of the tree, in one statement. */
@ApplicationScoped
public class AuditRows {
  private static final String INSERT =
      "with event as (insert into audit_event (tenant_id, id, leaf, recorded_at, action, actor_type, actor_handle,"
          + " resource_type, resource_id, project_id, success, severity, pii_accessed, compliance_relevant, request_id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)),"
          + " pending as (insert into control.audit_pending (event_id, tenant_id) values (?, ?))"
          + " insert into audit_disclosure (tenant_id, event_id, path, subject_id, sealed)"
          + " select ?, ?, d.path, d.subject, d.sealed"
          + " from unnest(?::text[], ?::uuid[], ?::bytea[]) as d (path, subject, sealed)";

  /** A disclosure sealed under the key of the person that it is about. */
  record SealedDisclosure(String path, UUID subject, byte[] sealed) {}

  /** An event in its final form, with the columns that it is found by. */
  record Row(
      UUID tenant,
      UUID id,
      byte[] leaf,
      java.time.Instant recordedAt,
      AuditEntry entry,
      String actorType,
      UUID actorHandle,
      UUID resource,
      boolean piiAccessed,
      String requestId,
      List<SealedDisclosure> disclosures) {}

  void insert(Connection connection, Row row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      AuditEntry entry = row.entry();
      int n = 0;
      insert.setObject(++n, row.tenant());
      insert.setObject(++n, row.id());
      insert.setBytes(++n, row.leaf());
      insert.setTimestamp(++n, java.sql.Timestamp.from(row.recordedAt()));
      insert.setString(++n, entry.action());
      insert.setString(++n, row.actorType());
      insert.setObject(++n, row.actorHandle(), java.sql.Types.OTHER);
      insert.setString(++n, entry.resourceType());
      insert.setObject(++n, row.resource(), java.sql.Types.OTHER);
      insert.setObject(++n, entry.projectId(), java.sql.Types.OTHER);
      insert.setBoolean(++n, entry.error() == null);
      insert.setString(++n, entry.severity().name());
      insert.setBoolean(++n, row.piiAccessed());
      insert.setBoolean(++n, entry.complianceRelevant());
      insert.setString(++n, row.requestId());
      insert.setObject(++n, row.id());
      insert.setObject(++n, row.tenant());
      insert.setObject(++n, row.tenant());
      insert.setObject(++n, row.id());
      List<SealedDisclosure> disclosures = row.disclosures();
      insert.setArray(
          ++n,
          connection.createArrayOf(
              "text", disclosures.stream().map(SealedDisclosure::path).toArray()));
      insert.setArray(
          ++n,
          connection.createArrayOf(
              "uuid", disclosures.stream().map(SealedDisclosure::subject).toArray()));
      insert.setArray(
          ++n,
          connection.createArrayOf(
              "bytea", disclosures.stream().map(SealedDisclosure::sealed).toArray(byte[][]::new)));
      insert.executeUpdate();
    }
  }
}
