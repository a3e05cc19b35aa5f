package org.freehold.projects.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.projects.ProjectId;

/** A stakeholder of a project as a row, so that lists can ask who may see it. */
@Entity
@Table(name = "project_participant")
@IdClass(ProjectParticipantKey.class)
public class ProjectParticipant {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id
  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "user_id")
  private UUID userId;

  protected ProjectParticipant() {}

  ProjectParticipant(TenantId tenant, ProjectId project, UUID user) {
    tenantId = tenant.value();
    projectId = project.value();
    userId = user;
  }
}
