package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.demo.content.DemoPeople;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;
import org.freehold.tenancy.CreateTenant;
import org.freehold.tenancy.TenantTier;
import org.freehold.tenancy.Tenants;

/** The tenant that a run is to fill. */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class DemoTenants {
  @Inject private DemoTarget target;
  @Inject private Tenants tenants;
  @Inject private TenantDirectory directory;
  @Inject private DemoSettings settings;

  /**
   * Makes the tenant, active and of the tier enterprise, where a run of the platform names one that
   * is not there. Refuses what {@link DemoTarget} refuses.
   */
  @SystemCall
  public TenantRef ready(String slug) {
    return target
        .requireAllowed(CurrentCall.get().requireTenant(), slug)
        .orElseGet(() -> made(slug));
  }

  private TenantRef made(String slug) {
    tenants.create(
        new CreateTenant(
            DemoPeople.organisation(slug),
            slug,
            TenantTier.ENTERPRISE,
            DemoPeople.administrator(slug),
            settings.password().orElse(null),
            null,
            null,
            null));
    tenants.activate(slug);
    return directory.bySlug(slug).orElseThrow();
  }
}
