package org.freehold.decisions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.access.OwnPermissions;
import org.freehold.platform.TenantId;

/** The actions of a tenant's types as permissions. */
@ApplicationScoped
public class TypePermissions implements OwnPermissions {
  @Inject private DecisionRepository decisions;

  @Override
  public List<String> of(TenantId tenant) {
    return decisions.permissions(tenant);
  }
}
