package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.access.RoleFields;
import org.freehold.access.Roles;
import org.freehold.demo.DemoSettings;
import org.freehold.environments.EnvironmentChanges;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.EnvironmentFields;
import org.freehold.flags.FlagFields;
import org.freehold.flags.Flags;
import org.freehold.market.UsedThing.Outcome;
import org.freehold.market.internal.Blueprint;
import org.freehold.market.internal.PlanOffer;
import org.freehold.market.internal.ThingNotes;
import org.freehold.pages.TenantPageDescription;
import org.freehold.pages.TenantPages;
import org.freehold.platform.Credentials;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.releases.NewRelease;
import org.freehold.releases.ReleaseDetails;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleaseStatus;
import org.freehold.releases.Releases;
import org.freehold.tenancy.Tenants;
import org.freehold.tenancy.UserDetails;
import org.freehold.tenancy.UserFilter;
import org.freehold.tenancy.Users;

/**
 * What a use makes in its tenant, through the services that make any; {@link ReachingThings} makes
 * the rest.
 */
@Stateless
@Guarded
@NotAudited(
    "It writes down steps of making things; what is made of them is on record as made by hand.")
public class ThingMaking {
  private static final PageRequest ONE = new PageRequest(1, null, null);
  private static final String RELEASE = "release";

  @Inject private ThingNotes notes;
  @Inject private Tenants tenants;
  @Inject private Users users;
  @Inject private TenantPlans plans;
  @Inject private Roles roles;
  @Inject private Flags flags;
  @Inject private EnvironmentChanges environments;
  @Inject private EnvironmentDirectory places;
  @Inject private TenantPages pages;
  @Inject private Releases releases;
  @Inject private Credentials credentials;
  @Inject private DemoSettings demo;

  @SystemCall
  public List<UsedThing> things(TemplateUseId use) {
    return notes.all(use);
  }

  /** Whether the set-up of the tenant has not made its first administrator yet. */
  @SystemCall
  public boolean awaitsOwner() {
    return owner().isEmpty();
  }

  private Optional<UserDetails> owner() {
    String email = tenants.details(CurrentCall.get().requireTenant().slug()).ownerEmail();
    return users.list(new UserFilter(null, null, null, email, null), ONE).items().stream()
        .findFirst();
  }

  /**
   * The plan that it starts with, and the first password of whoever was given none. Somebody who
   * was there before keeps to how they sign in: it is the same in all their tenants.
   */
  @SystemCall
  public void tenant(TemplateUseId use, Blueprint.Tenant wish, PlanOffer offer) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    notes.once(
        use,
        "tenant",
        tenant.slug(),
        () -> {
          if (offer.isTakenLater()) {
            plans.take(tenant.id(), offer.start(), WireNames.of(offer.tier()));
          }
          UserDetails owner = owner().orElseThrow();
          if (tenants.madeItsOwner(tenant.id())) {
            demo.password().ifPresent(password -> credentials.setFirst(owner.id(), password));
          }
          notes.add(
              use,
              UsedThing.made(
                  "user", owner.email(), owner.id().value(), "/api/users/" + owner.id().value()));
          if (wish.branding() != null && !wish.branding().isEmpty()) {
            notes.add(
                use,
                UsedThing.made("branding", tenant.slug(), null, "/api/tenants/" + tenant.slug()));
          }
          return UsedThing.made(
              "tenant", tenant.slug(), tenant.id().value(), "/api/tenants/" + tenant.slug());
        });
  }

  /** One of those that every tenant has is changed, any other is made. */
  @SystemCall
  public void environment(TemplateUseId use, Blueprint.Place wish) {
    notes.once(
        use,
        "environment",
        wish.name(),
        () -> {
          Optional<EnvironmentDetails> there = places.named(wish.name(), null);
          EnvironmentDetails environment =
              there
                  .map(one -> environments.change(one.id(), now -> changed(now, wish), null))
                  .orElseGet(() -> environments.create(fields(wish)));
          return new UsedThing(
              "environment",
              wish.name(),
              environment.id().value(),
              "/api/environments/" + environment.id().value(),
              there.isPresent() ? Outcome.CHANGED : Outcome.MADE);
        });
  }

  private static EnvironmentFields fields(Blueprint.Place wish) {
    return new EnvironmentFields(
        null, wish.name(), wish.position(), wish.url(), null, wish.policy(), null);
  }

  private static EnvironmentFields changed(EnvironmentFields now, Blueprint.Place wish) {
    return new EnvironmentFields(
        null,
        now.name(),
        wish.position() == null ? now.position() : wish.position(),
        wish.url() == null ? now.url() : wish.url(),
        now.healthUrl(),
        wish.policy() == null ? now.policy() : wish.policy(),
        now.target());
  }

  @SystemCall
  public void role(TemplateUseId use, RoleFields wish) {
    notes.once(
        use,
        "role",
        wish.name(),
        () -> {
          roles.create(wish);
          return UsedThing.made("role", wish.name(), null, "/api/roles/" + wish.name());
        });
  }

  @SystemCall
  public void flag(TemplateUseId use, FlagFields wish) {
    notes.once(
        use,
        "flag",
        wish.key(),
        () -> {
          flags.create(wish);
          return UsedThing.made("flag", wish.key(), null, "/api/flags/" + wish.key());
        });
  }

  @SystemCall
  public void page(TemplateUseId use, TenantPageDescription wish) {
    notes.once(
        use,
        "page",
        wish.key(),
        () -> {
          pages.put(wish.key(), wish.fields(), null);
          return UsedThing.made("page", wish.key(), null, "/api/pages/" + wish.key());
        });
  }

  /** A draft, whose bundle comes when it is prepared; empty when that was done already. */
  @SystemCall
  public Optional<ReleaseId> draft(TemplateUseId use, Blueprint.FirstRelease wish) {
    notes.once(
        use,
        RELEASE,
        wish.version(),
        () -> {
          ReleaseDetails release =
              releases.create(
                  null,
                  new NewRelease(
                      null, wish.version(), wish.name(), wish.description(), null, null, null));
          UUID id = release.id().value();
          return UsedThing.made(RELEASE, wish.version(), id, "/api/releases/" + id);
        });
    ReleaseId id = new ReleaseId(notes.find(use, RELEASE, wish.version()).orElseThrow().id());
    return releases.details(id).status() == ReleaseStatus.DRAFT
        ? Optional.of(id)
        : Optional.empty();
  }
}
