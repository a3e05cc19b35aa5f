package org.freehold.projects.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of a participant. JPA 3.1 takes no record here. */
public class ProjectParticipantKey implements Serializable {
  private static final long serialVersionUID = 1;

  private UUID tenantId;
  private UUID projectId;
  private UUID userId;

  public ProjectParticipantKey() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof ProjectParticipantKey key
        && Objects.equals(tenantId, key.tenantId)
        && Objects.equals(projectId, key.projectId)
        && Objects.equals(userId, key.userId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, projectId, userId);
  }
}
