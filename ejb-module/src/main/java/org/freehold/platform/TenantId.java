package org.freehold.platform;

import java.util.UUID;

/** The id of a tenant. */
public record TenantId(UUID value) implements EntityId {
  /** The reserved tenant that holds what belongs to no tenant. */
  public static final TenantId PLATFORM =
      new TenantId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
}
