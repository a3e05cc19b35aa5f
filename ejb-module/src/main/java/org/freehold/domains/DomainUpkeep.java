package org.freehold.domains;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.freehold.domains.internal.CustomDomain;
import org.freehold.domains.internal.DomainRechecks;
import org.freehold.domains.internal.DomainRepository;
import org.freehold.domains.internal.DomainSettings;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;

/** Whether verified domains still are the tenant's. */
@Stateless
@Guarded
public class DomainUpkeep {
  @Inject private DomainRepository domains;
  @Inject private DomainRechecks rechecks;
  @Inject private DomainSettings settings;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** What to look for; empty when the domain is not verified any more. */
  @SystemCall
  @NotAudited("It looks at DNS; a domain that is lost is on record as domain.lapsed.")
  public Optional<DomainProof> proof(DomainId id) {
    return verified(id).map(CustomDomain::proof);
  }

  /**
   * Keeps what was found and plans the next look; whether the record has been missing for too long.
   */
  @SystemCall
  @NotAudited("It looks at DNS; a domain that is lost is on record as domain.lapsed.")
  public boolean looked(DomainId id, TxtRecords records) {
    return verified(id).filter(domain -> isLost(domain, records)).isPresent();
  }

  private boolean isLost(CustomDomain domain, TxtRecords records) {
    boolean lost = false;
    if (records.prove(domain.proof())) {
      domain.seen(clock.instant());
    } else {
      lost = domain.missed(clock.instant(), settings.grace());
    }
    domains.flush();
    rechecks.plan(domain);
    return lost;
  }

  /** The domain leads nowhere until it is verified again. */
  @SystemCall
  @Audited(value = "domain.lapsed", complianceRelevant = true)
  public void lapse(DomainId id) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    CustomDomain domain = verified(id).filter(CustomDomain::isMissing).orElseThrow();
    DomainDetails before = domain.details(tenant.slug());
    domain.lapse();
    domains.flush();
    changes.about("domain", id.value()).before(before).after(domain.details(tenant.slug()));
    events.fire(new DomainEvents.Lapsed(id, domain.domain(), tenant.slug()));
  }

  private Optional<CustomDomain> verified(DomainId id) {
    return domains.visible(CurrentCall.get().requireTenant(), id).filter(CustomDomain::isVerified);
  }
}
