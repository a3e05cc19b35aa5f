package org.freehold.access.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.access.policies.internal.PolicyRepository;
import org.freehold.engine.access.Policy;
import org.freehold.platform.TenantId;

/** The policies of a tenant as the access engine takes them. Needs a running transaction. */
@ApplicationScoped
public class Policies {
  @Inject private PolicyRepository policies;

  /**
   * All that are enabled, whenever they count, in one statement. One that this version cannot read
   * allows nothing and denies all it is about.
   */
  public List<Policy> all(TenantId tenant) {
    return policies.enabled(tenant);
  }
}
