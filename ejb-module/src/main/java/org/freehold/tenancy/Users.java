package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.Credentials;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.Quotas;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRules;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.internal.Membership;
import org.freehold.tenancy.internal.MembershipRepository;
import org.freehold.tenancy.internal.Person;
import org.freehold.tenancy.internal.PersonRepository;
import org.freehold.tenancy.internal.UserMeter;

/**
 * The users of a tenant. A person who is in another tenant already is simply made a member of this
 * one: the answer never tells which it was.
 */
@Stateless
@Guarded
public class Users {
  private static final String OPERATOR = "super_admin";

  @Inject private MembershipRepository memberships;
  @Inject private PersonRepository people;
  @Inject private Credentials credentials;
  @Inject private RoleGrants roles;
  @Inject private Quotas quotas;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("users:write")
  @Audited(value = "user.created", complianceRelevant = true)
  public UserDetails add(AddUser command) {
    UserFields fields = command.fields();
    if (fields.isActive()) {
      // The meter before the roles, as in a change: who takes both locks takes them in one order.
      quotas.take(UserMeter.METER, 1);
    }
    String role = grantable(fields.role());
    requireDomain(fields.email());
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    Person person = people.byEmail(fields.email()).orElseGet(() -> newPerson(fields, now));
    if (memberships.byUser(tenant, person.id()).isPresent()) {
      throw new Conflict(
          "user_exists",
          "This person is a user of the tenant already.",
          "Change the user that is there.");
    }
    if (command.password() != null) {
      // Else a key could make itself a person who outlives it.
      CurrentCall.get().requirePerson();
      credentials.setFirst(person.id(), command.password());
    }
    Membership membership = new Membership(tenant, person, fields, role, now);
    memberships.add(tenant, membership);
    events.fire(
        new TenancyEvents.UserCreated(
            person.id(), membership.fields().email(), membership.fields().name(), role));
    events.fire(new TenancyEvents.MembershipAdded(person.id(), role));
    changes.about("user", person.id().value()).after(membership.fields());
    return membership.details();
  }

  /** Who would be let in nowhere is not made a user in the first place. */
  private static void requireDomain(String email) {
    TenantRules rules = CurrentCall.get().requireTenant().rules();
    if (!rules.emailDomains().admits(Person.normalised(email))) {
      throw Invalid.at(
          "/email",
          "email_domain",
          "The tenant lets in people of certain email domains only, and this is none of them.");
    }
  }

  private Person newPerson(UserFields fields, Instant now) {
    Person person = new Person(fields.email(), fields.name(), now);
    people.add(person);
    return person;
  }

  @RequiresPermission("users:read")
  public Page<UserDetails> list(UserFilter filter, PageRequest page) {
    return memberships.list(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("users:read")
  public UserDetails details(UserId id) {
    return find(id).details();
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission("users:write")
  @Audited(value = "user.updated", complianceRelevant = true)
  public UserDetails change(UserId id, UnaryOperator<UserFields> change, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    Membership membership = find(id);
    if (expectedVersion != null && expectedVersion != membership.version()) {
      throw new Stale();
    }
    UserFields before = membership.fields();
    UserFields after = change.apply(before);
    if (!Person.normalised(after.email()).equals(before.email())) {
      throw Invalid.at("/email", "fixed", "The email address of a user cannot be changed here.");
    }
    if (!before.isActive() && after.isActive()) {
      quotas.take(UserMeter.METER, 1);
    }
    String role = canonical(after.role());
    if (!role.equals(before.role())) {
      CurrentCall.get().requirePerson();
    }
    boolean active = after.isActive();
    if (role.equals(before.role()) && active == before.isActive()) {
      save(tenant, membership, after, role);
    } else {
      roles.requireMayGrant(before.role());
      grantable(role);
      if (active != before.isActive()) {
        roles.requireMayGrantRolesOf(id);
      }
      roles.keepingAdministrators(() -> save(tenant, membership, after, role));
    }
    tell(id, before, membership.fields());
    changes.about("user", id.value()).before(before).after(membership.fields());
    return membership.details();
  }

  private void tell(UserId id, UserFields before, UserFields after) {
    if (after.equals(before)) {
      return;
    }
    events.fire(new TenancyEvents.UserUpdated(id, after.email(), after.name(), after.role()));
    if (!after.role().equals(before.role())) {
      events.fire(new TenancyEvents.RoleChanged(id, before.role(), after.role()));
    }
    if (before.isActive() && !after.isActive()) {
      events.fire(new TenancyEvents.UserDeactivated(id, after.email(), after.name(), after.role()));
    }
  }

  private Membership save(TenantId tenant, Membership membership, UserFields after, String role) {
    membership.change(after, role, clock.instant());
    memberships.flush();
    memberships.enlist(tenant, membership);
    return membership;
  }

  private String grantable(String wish) {
    String role = canonical(wish);
    if (role.equals(OPERATOR) && !CurrentCall.tenantId().equals(TenantId.PLATFORM)) {
      throw NotAllowed.because(
          "platform_role",
          "The role super_admin exists on the platform only.",
          "tenant_admin may do everything in a tenant.");
    }
    roles.requireMayGrant(role);
    return role;
  }

  private String canonical(String role) {
    return roles.canonical(role, "/role");
  }

  private Membership find(UserId id) {
    return memberships.byUser(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("user"));
  }
}
