package org.freehold.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.identity.internal.HostNames;

/** Reads what a request says of its tenant; header, path and host must agree. */
@ApplicationScoped
public class TenantNaming {
  @Inject private HostNames hosts;

  public NamedTenant named(TenantHints hints) {
    HostNames.Named host = hosts.tenantOf(hints.host());
    String slug = NamedTenant.agreed(hints.header(), hints.path());
    return new NamedTenant(NamedTenant.agreed(slug, host.slug()), host.domain());
  }
}
