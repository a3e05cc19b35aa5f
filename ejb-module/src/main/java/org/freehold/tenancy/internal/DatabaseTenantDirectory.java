package org.freehold.tenancy.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Tenants by id, for components that are about to enter one. */
@Stateless
public class DatabaseTenantDirectory implements TenantDirectory {
  @Inject private TenantRepository tenants;

  @Override
  public Optional<TenantRef> byId(TenantId id) {
    return tenants.byId(id).map(Tenant::ref);
  }

  @Override
  public Optional<TenantRef> bySlug(String slug) {
    return tenants.bySlug(slug).map(Tenant::ref);
  }

  @Override
  public List<TenantRef> all() {
    return tenants.all().stream().map(Tenant::ref).toList();
  }
}
