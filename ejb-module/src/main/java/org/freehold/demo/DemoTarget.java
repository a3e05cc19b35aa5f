package org.freehold.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/**
 * Which tenant may be filled from where: the platform fills any but itself, a tenant itself only,
 * and learns of no other. No EJB: a refusal must not mark the caller's transaction.
 */
@ApplicationScoped
public class DemoTarget {
  @Inject private TenantDirectory directory;

  /** Empty where the platform would have to make it. */
  public Optional<TenantRef> requireAllowed(TenantRef here, String slug) {
    if (!here.isPlatform()) {
      if (!slug.equals(here.slug())) {
        throw new NotFound("tenant");
      }
      return Optional.of(here);
    }
    if (slug.equals(here.slug())) {
      throw Invalid.at(
          "/tenant_slug", "reserved", "The platform itself takes no demo data; name a tenant.");
    }
    Optional<TenantRef> found = directory.bySlug(slug);
    found.ifPresent(DemoTarget::requireOpen);
    return found;
  }

  private static void requireOpen(TenantRef tenant) {
    if (!tenant.readable()) {
      throw NotAllowed.tenantArchived();
    }
    if (!tenant.writable()) {
      throw NotAllowed.tenantSuspended();
    }
  }
}
