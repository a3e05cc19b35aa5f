package org.freehold.platform;

import java.util.Objects;

/**
 * The tenant of a call, as far as every layer needs it.
 *
 * @param status as on the wire
 * @param readable false for an archived tenant
 * @param writable false for a suspended or archived tenant
 */
public record TenantRef(
    TenantId id,
    String slug,
    String status,
    boolean readable,
    boolean writable,
    Placement placement,
    TenantPlan plan) {
  public static final TenantRef PLATFORM =
      new TenantRef(
          TenantId.PLATFORM,
          "platform",
          "active",
          true,
          true,
          Placement.SHARED,
          TenantPlan.UNCOUNTED);

  public TenantRef {
    Objects.requireNonNull(plan);
  }

  public boolean isPlatform() {
    return id.equals(TenantId.PLATFORM);
  }
}
