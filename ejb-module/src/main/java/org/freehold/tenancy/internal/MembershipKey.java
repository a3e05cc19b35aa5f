package org.freehold.tenancy.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of a membership. JPA 3.1 takes no record here. */
public class MembershipKey implements Serializable {
  private static final long serialVersionUID = 1;

  private UUID tenantId;
  private UUID userId;

  public MembershipKey() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof MembershipKey key
        && Objects.equals(tenantId, key.tenantId)
        && Objects.equals(userId, key.userId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, userId);
  }
}
