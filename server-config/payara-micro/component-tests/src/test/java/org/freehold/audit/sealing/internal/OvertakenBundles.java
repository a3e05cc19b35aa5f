package org.freehold.audit.sealing.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** The bundles of the product; a test may have something happen while one is made. */
@Alternative
@Priority(1)
@ApplicationScoped
public class OvertakenBundles extends BundleMaker {
  private final Map<TenantId, Runnable> meanwhile = new ConcurrentHashMap<>();

  /** When a bundle of the tenant is made, and nobody has asked yet whether it was overtaken. */
  public void meanwhile(TenantRef tenant, Runnable happens) {
    meanwhile.put(tenant.id(), happens);
  }

  @Override
  public boolean isOvertaken(TenantRef tenant, Extent extent) {
    meanwhile.getOrDefault(tenant.id(), () -> {}).run();
    return super.isOvertaken(tenant, extent);
  }
}
