package org.freehold.audit.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored event, for reading only: rows are written by {@link AuditRows} and never change. What
 * the leaf says is told from there; most columns are only asked for.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {
  @Id private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  private byte[] leaf;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String action;

  @Column(name = "actor_type")
  private String actorType;

  @Column(name = "actor_handle")
  private UUID actorHandle;

  @Column(name = "resource_type")
  private String resourceType;

  @Column(name = "resource_id")
  private UUID resourceId;

  @Column(name = "project_id")
  private UUID projectId;

  private boolean success;
  private String severity;

  @Column(name = "pii_accessed")
  private boolean piiAccessed;

  @Column(name = "compliance_relevant")
  private boolean complianceRelevant;

  @Column(name = "request_id")
  private String requestId;

  protected AuditEvent() {}

  UUID id() {
    return id;
  }

  byte[] leaf() {
    return leaf;
  }

  UUID actorHandle() {
    return actorHandle;
  }

  String resourceType() {
    return resourceType;
  }

  UUID resourceId() {
    return resourceId;
  }

  UUID projectId() {
    return projectId;
  }

  boolean piiAccessed() {
    return piiAccessed;
  }

  boolean complianceRelevant() {
    return complianceRelevant;
  }
}
