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
    TenantPlan plan,
    TenantRules rules) {
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
    Objects.requireNonNull(rules);
  }

  /** A tenant that lets everybody in, as far as work without a caller needs to know. */
  public TenantRef(
      TenantId id,
      String slug,
      String status,
      boolean readable,
      boolean writable,
      Placement placement,
      TenantPlan plan) {
    this(id, slug, status, readable, writable, placement, plan, TenantRules.NONE);
  }

  /** It is being made: the system works in it, and nobody else. */
  public boolean isPending() {
    return status.equals("pending");
  }

  public boolean isPlatform() {
    return id.equals(TenantId.PLATFORM);
  }
}
