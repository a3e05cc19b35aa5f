package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.work.WorkQueue;

/** When a verified domain is looked at again. */
@ApplicationScoped
public class DomainRechecks {
  static final String KIND = "domain_check";

  @Inject private WorkQueue work;
  @Inject private DomainSettings settings;
  @Inject private Clock clock;

  /** Once more, after the usual time. */
  public void plan(CustomDomain domain) {
    work.schedule(
        KIND, domain.tenantId(), domain.id().value(), clock.instant().plus(settings.check()));
  }
}
