package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.freehold.demo.content.DemoPeople;
import org.freehold.demo.content.DemoPerson;
import org.freehold.demo.content.DemoTeam;
import org.freehold.demo.internal.DemoRepository;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.Credentials;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.FirstPassword;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.AddUser;
import org.freehold.tenancy.TeamFields;
import org.freehold.tenancy.TeamFilter;
import org.freehold.tenancy.TeamMemberFields;
import org.freehold.tenancy.TeamMembers;
import org.freehold.tenancy.TeamRole;
import org.freehold.tenancy.Teams;
import org.freehold.tenancy.Tenants;
import org.freehold.tenancy.UserDetails;
import org.freehold.tenancy.UserFields;
import org.freehold.tenancy.UserFilter;
import org.freehold.tenancy.Users;

/**
 * The people and teams of a demo tenant, made through the services that make any. Each is
 * remembered by its number in the transaction that makes it, so that nothing is made twice, also
 * when people have renamed it since.
 */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class DemoCrew {
  static final String USER = "user";
  static final String TEAM = "team";
  static final String MEMBER = "team_member";
  private static final PageRequest ONE = new PageRequest(1, null, null);

  @Inject private Tenants tenants;
  @Inject private Users users;
  @Inject private Teams teams;
  @Inject private TeamMembers members;
  @Inject private DemoRepository demo;
  @Inject private DemoSettings settings;
  @Inject private Credentials credentials;
  @Inject private Event<DomainEvent> events;

  /** Whether the tenant was made for the demo and its set-up has not made the owner yet. */
  @SystemCall
  public boolean awaitsOwner() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    String owner = DemoPeople.administrator(tenant.slug());
    return owner.equals(tenants.details(tenant.slug()).ownerEmail()) && member(owner).isEmpty();
  }

  private Optional<UserDetails> member(String email) {
    return users.list(new UserFilter(null, null, null, email, null), ONE).items().stream()
        .findFirst();
  }

  /** The one that new demo users get; null where there is none. */
  @SystemCall
  public FirstPassword firstPassword() {
    return settings.password().map(credentials::ready).orElse(null);
  }

  /**
   * A person who is a user here already is left as they are, and not welcomed.
   *
   * @param password of {@link #firstPassword}
   */
  @SystemCall
  public void ensure(JobRunId run, DemoPerson person, FirstPassword password) {
    TenantId tenant = CurrentCall.tenantId();
    if (demo.thing(tenant, USER, person.number()).isPresent()) {
      return;
    }
    Optional<UserDetails> present = member(person.email());
    if (present.filter(user -> !user.name().equals(user.email())).isPresent()) {
      demo.keepThing(tenant, USER, person.number(), present.get().id().value(), null);
      return;
    }
    UserDetails user =
        present.map(found -> named(found, person)).orElseGet(() -> added(person, password));
    demo.keepThing(tenant, USER, person.number(), user.id().value(), run);
    events.fire(
        new DemoEvents.Welcome(
            user.id(),
            user.email(),
            user.name(),
            user.role(),
            CurrentCall.get().requireTenant().slug()));
  }

  /** The owner that the set-up of a new tenant made has no name yet, only an address. */
  private UserDetails named(UserDetails owner, DemoPerson person) {
    return users.change(
        owner.id(),
        fields ->
            new UserFields(
                fields.email(),
                person.name(),
                fields.role(),
                person.department(),
                fields.isActive()),
        null);
  }

  private UserDetails added(DemoPerson person, FirstPassword password) {
    UserDetails user =
        users.add(
            new AddUser(
                person.email(), person.name(), person.role(), person.department(), true, null));
    if (password != null) {
      credentials.setFirst(user.id(), password);
    }
    return user;
  }

  @SystemCall
  public void ensure(JobRunId run, DemoTeam team) {
    TenantId tenant = CurrentCall.tenantId();
    if (demo.thing(tenant, TEAM, team.number()).isPresent()) {
      return;
    }
    boolean taken = !teams.list(new TeamFilter(team.name(), null, null), ONE).items().isEmpty();
    TeamId made =
        teams
            .create(
                new TeamFields(
                    taken ? team.name() + " (Demo)" : team.name(),
                    team.description(),
                    team.department(),
                    user(tenant, team.manager())))
            .id();
    demo.keepThing(tenant, TEAM, team.number(), made.value(), run);
  }

  /** Each worker joins one team, once: whoever people take out stays out. */
  @SystemCall
  public void ensureMember(JobRunId run, DemoPerson person, int team) {
    TenantId tenant = CurrentCall.tenantId();
    if (demo.thing(tenant, MEMBER, person.number()).isPresent()) {
      return;
    }
    TeamId place = new TeamId(demo.thing(tenant, TEAM, team).orElseThrow());
    UUID member =
        members
            .add(new TeamMemberFields(place, user(tenant, person.number()), TeamRole.MEMBER))
            .id()
            .value();
    demo.keepThing(tenant, MEMBER, person.number(), member, run);
  }

  private UserId user(TenantId tenant, int number) {
    return new UserId(demo.thing(tenant, USER, number).orElseThrow());
  }
}
