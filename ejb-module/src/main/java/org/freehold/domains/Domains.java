package org.freehold.domains;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.domains.internal.CustomDomain;
import org.freehold.domains.internal.DomainNames;
import org.freehold.domains.internal.DomainRechecks;
import org.freehold.domains.internal.DomainRepository;
import org.freehold.domains.internal.DomainTarget;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresEntitlement;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;

/**
 * The domains of the caller's tenant; for an operator of the platform, those of all. What a plan
 * gave stays when it gives it no more: it is listed, looked at and given up without it.
 */
@Stateless
@Guarded
public class Domains {
  private static final String DOMAIN = "domain";
  private static final int MOST = 20;

  @Inject private DomainRepository domains;
  @Inject private DomainNames names;
  @Inject private DomainTarget target;
  @Inject private DomainRechecks rechecks;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("domains:write")
  @RequiresEntitlement("custom_domains")
  @Audited(value = "domain.added", complianceRelevant = true)
  public DomainDetails claim(NewDomain wished) {
    return claimed(target.of(wished.tenantSlug()), wished.domain());
  }

  /**
   * Claims the domain for the tenant of the call, or answers the claim that is there; done twice it
   * does no harm. For what is set up as a whole; the proof is left to the tenant.
   */
  @SystemCall
  @Audited(value = "domain.added", complianceRelevant = true)
  public DomainDetails add(String domain) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    return domains
        .named(tenant.id(), names.normalized(domain))
        .map(
            known -> {
              changes.about(DOMAIN, known.id().value()).nothingChanged();
              return known.details(tenant.slug());
            })
        .orElseGet(() -> claimed(tenant, domain));
  }

  private DomainDetails claimed(TenantRef tenant, String wished) {
    String name = names.normalized(wished);
    domains.oneAtATime(tenant.id(), name);
    if (domains.named(tenant.id(), name).isPresent()) {
      throw new Conflict(
          "domain_known",
          "The tenant has claimed " + name + " already.",
          "GET /api/admin/domains tells where it is, and what proves it.");
    }
    if (domains.count(tenant.id()) >= MOST) {
      throw new Conflict(
          "too_many_domains",
          "There are " + MOST + " domains already.",
          "Delete one that is not needed.");
    }
    CustomDomain domain = new CustomDomain(tenant.id(), name, clock.instant());
    domains.add(domain);
    DomainDetails details = domain.details(tenant.slug());
    changes.about(DOMAIN, domain.id().value()).after(details);
    events.fire(new DomainEvents.Added(domain.id(), name, tenant.slug()));
    return details;
  }

  @RequiresPermission("domains:read")
  public Page<DomainDetails> list(DomainFilter filter, PageRequest page) {
    return domains.list(CurrentCall.get().requireTenant(), filter, page);
  }

  @RequiresPermission("domains:read")
  public DomainDetails details(DomainId id) {
    CustomDomain domain = find(id);
    return domain.details(domains.slug(domain));
  }

  /** A verified one leads nowhere from here on. */
  @RequiresPermission("domains:write")
  @Audited(value = "domain.removed", complianceRelevant = true)
  public void delete(DomainId id) {
    removed(find(id));
  }

  /** Takes back what {@link #add} claimed; nothing when it is gone already. */
  @SystemCall
  @Audited(value = "domain.removed", complianceRelevant = true)
  public void withdraw(DomainId id) {
    domains
        .visible(CurrentCall.get().requireTenant(), id)
        .ifPresentOrElse(this::removed, changes::nothingChanged);
  }

  private void removed(CustomDomain domain) {
    String slug = domains.slug(domain);
    changes.about(DOMAIN, domain.id().value()).before(domain.details(slug));
    domains.remove(domain);
    events.fire(new DomainEvents.Removed(domain.id(), domain.domain(), slug));
  }

  /** Whether the caller may have the domain verified, and what to look for. */
  @RequiresPermission("domains:write")
  @RequiresEntitlement("custom_domains")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public DomainProof permitVerification(DomainId id) {
    return find(id).proof();
  }

  /** Verified when the records prove it; else {@link DomainNotVerified}, and it is as it was. */
  @RequiresPermission("domains:write")
  @RequiresEntitlement("custom_domains")
  @Audited(value = "domain.verified", complianceRelevant = true)
  public DomainDetails verified(DomainId id, TxtRecords records) {
    CustomDomain domain = find(id);
    if (!records.prove(domain.proof())) {
      throw new DomainNotVerified(domain.proof(), records);
    }
    domains.oneAtATime(domain.tenantId(), domain.domain());
    if (domains.isTaken(domain.tenantId(), domain.domain())) {
      throw new Conflict(
          "domain_taken",
          domain.domain() + " is verified for another tenant.",
          "Take that tenant's TXT record away: it loses the domain when the record has been missing"
              + " for long enough, or at once when it gives it up.");
    }
    String slug = domains.slug(domain);
    boolean isNew = !domain.isVerified();
    DomainDetails before = domain.details(slug);
    domain.seen(clock.instant());
    domains.flush();
    rechecks.plan(domain);
    DomainDetails after = domain.details(slug);
    changes.about(DOMAIN, id.value()).before(before).after(after);
    if (isNew) {
      events.fire(new DomainEvents.Verified(id, domain.domain(), slug));
    }
    return after;
  }

  private CustomDomain find(DomainId id) {
    return domains
        .visible(CurrentCall.get().requireTenant(), id)
        .orElseThrow(() -> new NotFound(DOMAIN));
  }
}
