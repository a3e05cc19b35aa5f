package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.tenancy.internal.PersonRepository;
import org.freehold.tenancy.internal.TenantRepository;

/** Counts of all tenants and of the people in them, for operators of the platform. */
@Stateless
@Guarded
public class TenantsInFigures {
  @Inject private TenantRepository tenants;
  @Inject private PersonRepository people;

  /** By status, tier and plan; without the platform's own. */
  @RequiresPermission("tenants:read")
  public List<TenantGroup> tenants() {
    requirePlatform();
    return tenants.groups();
  }

  /** Those who can sign in, each once. */
  @RequiresPermission("tenants:read")
  public long people() {
    requirePlatform();
    return people.countActive();
  }

  private static void requirePlatform() {
    if (!CurrentCall.get().requireTenant().isPlatform()) {
      throw new NotFound("platform");
    }
  }
}
