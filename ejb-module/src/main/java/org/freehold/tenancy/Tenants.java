package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.Credentials;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.PlanCatalogue;
import org.freehold.platform.PublicCall;
import org.freehold.platform.Quotas;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;
import org.freehold.tenancy.internal.Person;
import org.freehold.tenancy.internal.PersonRepository;
import org.freehold.tenancy.internal.Tenant;
import org.freehold.tenancy.internal.TenantRepository;
import org.freehold.tenancy.internal.VisibleTenants;

/**
 * Tenants and their states. On the platform the caller sees all of them; inside a tenant that
 * tenant and its children. States are changed on the platform only.
 */
@Stateless
@Guarded
public class Tenants {
  private static final Duration LONGEST_SET_UP = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(10);

  @Inject private VisibleTenants visible;
  @Inject private TenantRepository tenants;
  @Inject private PersonRepository people;
  @Inject private Quotas quotas;
  @Inject private PlanCatalogue plans;
  @Inject private Credentials credentials;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * The tenant, with its owner as first administrator as soon as the set-up work has run, for which
   * {@link #awaitOwner} waits.
   */
  @RequiresPermission("tenants:write")
  @Audited(value = "tenant.created", complianceRelevant = true)
  public TenantDetails create(CreateTenant command) {
    requirePlatform();
    if (tenants.bySlug(command.slug()).isPresent()) {
      throw new Conflict(
          "slug_taken", "The slug " + command.slug() + " is taken.", "Choose another slug.");
    }
    requireKnown(command.settings());
    Instant now = clock.instant();
    Tenant tenant = new Tenant(command, parentId(command.parentSlug()), now);
    tenants.add(tenant);
    Person owner = people.byEmail(command.ownerEmail()).orElseGet(() -> newOwner(command, now));
    if (command.ownerPassword() != null) {
      CurrentCall.get().requirePerson();
      credentials.setFirst(owner.id(), command.ownerPassword());
    }
    tenants.flush();
    work.schedule(TenantSetup.KIND, tenant.id(), owner.id().value(), now);
    scheduleTrialEnd(tenant);
    announce(tenant, TenancyEvents.TenantCreated::new);
    return tell(tenant, null);
  }

  /**
   * Returns when somebody is in the new tenant, so that whoever made it finds its owner there;
   * after {@link #LONGEST_SET_UP} in any case, as the set-up goes on by itself.
   */
  @PublicCall
  @NotAudited("It only waits.")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void awaitOwner(TenantId id) {
    long end = System.nanoTime() + LONGEST_SET_UP.toNanos();
    while (!tenants.hasMembers(id) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private void requireKnown(TenantSettings settings) {
    quotas.requireKnown(settings.quotas().keySet(), "/settings/quotas");
    plans.requireValid(settings.entitlements(), "/settings/entitlements");
  }

  private Person newOwner(CreateTenant command, Instant now) {
    Person owner = new Person(command.ownerEmail(), command.ownerEmail(), now);
    people.add(owner);
    return owner;
  }

  private UUID parentId(String slug) {
    if (slug == null) {
      return null;
    }
    Tenant parent =
        tenants
            .bySlug(slug)
            .orElseThrow(() -> Invalid.at("/parent_slug", "unknown", "There is no such tenant."));
    return parent.id().value();
  }

  @RequiresPermission("tenants:read")
  public Page<TenantDetails> list(TenantFilter filter, PageRequest page) {
    TenantRef here = CurrentCall.get().requireTenant();
    return tenants.list(filter, here.isPlatform() ? null : here.id(), page);
  }

  @RequiresPermission("tenants:read")
  public TenantDetails details(String slug) {
    return tenants.details(visible.named(slug));
  }

  @RequiresPermission("tenants:write")
  @Audited(value = "tenant.updated", complianceRelevant = true)
  public TenantDetails change(
      String slug, UnaryOperator<TenantFields> change, Long expectedVersion) {
    Tenant tenant = visible.named(slug);
    if (expectedVersion != null && expectedVersion != tenant.version()) {
      throw new Stale();
    }
    TenantFields before = tenant.fields();
    TenantFields after = change.apply(before);
    requireKnown(after.settings());
    if (!after.tier().equals(before.tier())
        || !after.settings().quotas().equals(before.settings().quotas())
        || !after.settings().entitlements().equals(before.settings().entitlements())
        || !java.util.Objects.equals(after.trialEndsAt(), before.trialEndsAt())) {
      requirePlatform();
    }
    tenant.change(after, clock.instant());
    tenants.flush();
    scheduleTrialEnd(tenant);
    announce(tenant, TenancyEvents.TenantUpdated::new);
    return tell(tenant, before);
  }

  @RequiresPermission("tenants:admin")
  @PeopleOnly
  @Audited(value = "tenant.activated", complianceRelevant = true)
  public TenantDetails activate(String slug) {
    return move(
        slug,
        (tenant, now) -> tenant.become(TenantStatus.ACTIVE, now),
        TenancyEvents.TenantActivated::new);
  }

  @RequiresPermission("tenants:admin")
  @PeopleOnly
  @Audited(value = "tenant.suspended", complianceRelevant = true)
  public TenantDetails suspend(String slug) {
    return move(slug, Tenant::suspend, TenancyEvents.TenantSuspended::new);
  }

  @RequiresPermission("tenants:admin")
  @PeopleOnly
  @Audited(value = "tenant.archived", complianceRelevant = true)
  public TenantDetails archive(String slug) {
    return move(
        slug,
        (tenant, now) -> tenant.become(TenantStatus.ARCHIVED, now),
        TenancyEvents.TenantArchived::new);
  }

  /** A suspended tenant becomes active; an archived one is restored, and suspended. */
  @RequiresPermission("tenants:admin")
  @PeopleOnly
  @Audited(value = "tenant.resumed", complianceRelevant = true)
  public TenantDetails resume(String slug) {
    return move(slug, Tenant::resume, TenancyEvents.TenantUpdated::new);
  }

  /** Refuses whoever may not open tenants, for what opens one later. */
  @RequiresPermission("tenants:admin")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void requireMayOpen() {
    requirePlatform();
  }

  /** Whether nobody has opened it yet, by hand or otherwise. */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean isPending(TenantId id) {
    return tenants.byId(id).orElseThrow(() -> new NotFound("tenant")).status()
        == TenantStatus.PENDING;
  }

  /**
   * Whether its owner is known to the installation only since it was made, so that no other tenant
   * has given them anything.
   */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean madeItsOwner(TenantId id) {
    Tenant tenant = tenants.byId(id).orElseThrow(() -> new NotFound("tenant"));
    return people
        .byEmail(tenants.details(tenant).ownerEmail())
        .filter(person -> person.createdAt().equals(tenant.createdAt()))
        .isPresent();
  }

  /**
   * Undoes making a tenant that is pending yet: it is archived, and its slug is free. One that
   * somebody opened meanwhile stays as it is, and the answer is false.
   */
  @SystemCall
  @Audited(value = "tenant.discarded", complianceRelevant = true)
  public boolean discard(TenantId id) {
    Tenant tenant = tenants.byId(id).orElseThrow(() -> new NotFound("tenant"));
    TenantDetails before = tenants.details(tenant);
    boolean discarded = tenant.discard(clock.instant());
    if (discarded) {
      tenants.flush();
      announce(tenant, TenancyEvents.TenantArchived::new);
    }
    tell(tenant, before);
    return discarded;
  }

  private TenantDetails move(
      String slug, BiConsumer<Tenant, Instant> transition, Announcement announcement) {
    requirePlatform();
    Tenant tenant = visible.named(slug);
    TenantDetails before = tenants.details(tenant);
    transition.accept(tenant, clock.instant());
    tenants.flush();
    announce(tenant, announcement);
    return tell(tenant, before);
  }

  /** An event that tells a tenant as it is now. */
  @FunctionalInterface
  private interface Announcement {
    DomainEvent of(TenantId id, String slug, String name, TenantTier tier, TenantStatus status);
  }

  private void announce(Tenant tenant, Announcement announcement) {
    TenantFields fields = tenant.fields();
    events.fire(
        announcement.of(tenant.id(), tenant.slug(), fields.name(), fields.tier(), tenant.status()));
  }

  private void scheduleTrialEnd(Tenant tenant) {
    if (tenant.status() == TenantStatus.TRIAL && tenant.trialEndsAt() != null) {
      work.schedule(TrialEnd.KIND, tenant.id(), tenant.id().value(), tenant.trialEndsAt());
    }
  }

  private TenantDetails tell(Tenant tenant, Record before) {
    TenantDetails details = tenants.details(tenant);
    changes.about("tenant", tenant.id().value()).before(before).after(details);
    return details;
  }

  private static void requirePlatform() {
    if (!CurrentCall.get().requireTenant().isPlatform()) {
      throw org.freehold.platform.NotAllowed.because(
          "platform_only",
          "Only an operator of the platform may do this.",
          "Ask whoever runs this installation.");
    }
  }
}
