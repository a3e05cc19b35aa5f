package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.TenantId;

/** Settings of the trail. */
@ApplicationScoped
public class AuditSettings {
  @Inject
  @ConfigProperty(name = "freehold.audit.origin")
  String origin;

  /**
   * The origin line of the tenant's log (C2SP checkpoints): it must never change once events exist.
   */
  String logOf(TenantId tenant) {
    return origin + "/t/" + tenant.value();
  }
}
