package org.freehold.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.access.internal.AccessStates;
import org.freehold.platform.TenantId;

/**
 * Tells which state a tenant's feature flags are in. Nodes learn of it as they learn of changes of
 * access, in the same question to the database.
 */
@ApplicationScoped
public class FlagStates {
  @Inject private AccessStates states;

  /** As this node knew it at most a second ago. */
  public FlagState believed(TenantId tenant) {
    return states.believedFlags(tenant);
  }

  /** As the running transaction sees it. */
  public FlagState asked(TenantId tenant) {
    return states.askedFlags(tenant);
  }
}
