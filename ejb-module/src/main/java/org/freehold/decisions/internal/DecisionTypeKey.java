package org.freehold.decisions.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of a type. JPA 3.1 takes no record here. */
public class DecisionTypeKey implements Serializable {
  private static final long serialVersionUID = 1;

  private UUID tenantId;
  private String name;

  public DecisionTypeKey() {}

  DecisionTypeKey(UUID tenantId, String name) {
    this.tenantId = tenantId;
    this.name = name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionTypeKey key
        && Objects.equals(tenantId, key.tenantId)
        && Objects.equals(name, key.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, name);
  }
}
