package org.freehold.batch.demo;

import java.util.UUID;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;

/** The tenant of a partition, from its properties. */
final class DemoPlace {
  private DemoPlace() {}

  static TenantRef of(String tenant, String slug, String schema) {
    return new TenantRef(
        new TenantId(UUID.fromString(tenant)),
        slug,
        "active",
        true,
        true,
        new Placement(schema),
        TenantPlan.UNCOUNTED);
  }
}
