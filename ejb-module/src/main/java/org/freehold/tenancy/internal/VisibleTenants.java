package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantRef;

/**
 * The tenants that a caller can name: on the platform all but its own, inside a tenant that tenant
 * and its children.
 */
@ApplicationScoped
public class VisibleTenants {
  @Inject private TenantRepository tenants;

  /** {@link NotFound} for every other. */
  public Tenant named(String slug) {
    TenantRef here = CurrentCall.get().requireTenant();
    return tenants
        .bySlug(slug)
        .filter(t -> here.isPlatform() ? !t.ref().isPlatform() : related(t, here))
        .orElseThrow(() -> new NotFound("tenant"));
  }

  private static boolean related(Tenant tenant, TenantRef here) {
    return tenant.id().equals(here.id()) || here.id().value().equals(tenant.parentId());
  }
}
