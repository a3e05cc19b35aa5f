package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Credentials;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.tenancy.internal.Membership;
import org.freehold.tenancy.internal.MembershipRepository;
import org.freehold.tenancy.internal.Person;
import org.freehold.tenancy.internal.PersonRepository;

/** The first operator of a new installation. */
@Stateless
@Guarded
public class PlatformSetup {
  private static final String OPERATOR = "super_admin";

  @Inject private MembershipRepository memberships;
  @Inject private PersonRepository people;
  @Inject private Credentials credentials;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @SystemCall
  @NotAudited("It only reads.")
  public boolean hasOperator() {
    memberships.lockTenantRoles(TenantId.PLATFORM);
    return memberships.activeHoldersOf(TenantId.PLATFORM, OPERATOR) > 0;
  }

  /** Makes the person an operator of the platform; does nothing where somebody is one already. */
  @SystemCall
  @Audited(value = "membership.added", complianceRelevant = true)
  public void installOperator(String email, String password) {
    if (hasOperator()) {
      return;
    }
    Instant now = clock.instant();
    UserFields fields = new UserFields(email, "Operator", OPERATOR, null, true);
    Person person =
        people
            .byEmail(email)
            .orElseGet(
                () -> {
                  Person created = new Person(email, fields.name(), now);
                  people.add(created);
                  return created;
                });
    credentials.setFirst(person.id(), password);
    TenantId platform = CurrentCall.tenantId();
    memberships.add(platform, new Membership(platform, person, fields, OPERATOR, now));
    changes.about("user", person.id().value()).after(fields);
  }
}
