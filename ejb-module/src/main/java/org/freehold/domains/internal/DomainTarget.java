package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/**
 * For which tenant a domain is claimed: the platform names any but itself, a tenant only itself,
 * and learns of no other.
 */
@ApplicationScoped
public class DomainTarget {
  private static final String POINTER = "/tenant_slug";

  @Inject private TenantDirectory directory;

  public TenantRef of(String slug) {
    TenantRef here = CurrentCall.get().requireTenant();
    if (!here.isPlatform()) {
      if (slug != null && !slug.equals(here.slug())) {
        throw new NotFound("tenant");
      }
      return here;
    }
    if (slug == null) {
      throw Invalid.at(POINTER, "required", "Name the tenant whose domain it is.");
    }
    if (slug.equals(here.slug())) {
      throw Invalid.at(POINTER, "reserved", "The platform has no domains; name a tenant.");
    }
    TenantRef tenant = directory.bySlug(slug).orElseThrow(() -> new NotFound("tenant"));
    if (!tenant.writable()) {
      throw tenant.readable() ? NotAllowed.tenantSuspended() : NotAllowed.tenantArchived();
    }
    return tenant;
  }
}
