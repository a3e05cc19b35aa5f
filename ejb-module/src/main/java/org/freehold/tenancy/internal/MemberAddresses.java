package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.freehold.platform.MailAddresses;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;

/** Mail goes to members who are active, and to nobody who has left. */
@ApplicationScoped
public class MemberAddresses implements MailAddresses {
  @Inject private MembershipRepository memberships;

  @Override
  public Optional<String> of(TenantId tenant, UserId person) {
    return memberships.byUser(tenant, person).filter(Membership::active).map(Membership::email);
  }
}
