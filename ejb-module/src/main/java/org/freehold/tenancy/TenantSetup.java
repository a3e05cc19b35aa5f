package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.tenancy.internal.Membership;
import org.freehold.tenancy.internal.MembershipRepository;
import org.freehold.tenancy.internal.Person;
import org.freehold.tenancy.internal.PersonRepository;

/** Makes a new tenant usable from within: its owner becomes the first administrator. */
@Stateless
@Guarded
public class TenantSetup {
  static final String KIND = "tenant_setup";

  @Inject private MembershipRepository memberships;
  @Inject private PersonRepository people;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @SystemCall
  @Audited(value = "membership.added", complianceRelevant = true)
  public void installOwner(UserId owner) {
    TenantId tenant = CurrentCall.tenantId();
    changes.about("user", owner.value());
    if (memberships.byUser(tenant, owner).isPresent()) {
      return;
    }
    Person person = people.byId(owner);
    UserFields fields = new UserFields(person.email(), person.name(), "tenant_admin", null, true);
    memberships.add(tenant, new Membership(tenant, person, fields, fields.role(), clock.instant()));
    changes.after(fields);
  }
}
