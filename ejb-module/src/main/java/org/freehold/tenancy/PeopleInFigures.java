package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.tenancy.internal.MembershipRepository;

/** Counts of the tenant's people and teams. */
@Stateless
@Guarded
public class PeopleInFigures {
  @Inject private MembershipRepository memberships;

  @RequiresPermission("users:read")
  public PeopleFigures people() {
    return memberships.figures(CurrentCall.tenantId());
  }
}
