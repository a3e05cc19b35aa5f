package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantId;

/** Users who may sign in: whoever is deactivated leaves a place. */
@ApplicationScoped
public class UserMeter implements MeteredThings {
  public static final Meter METER =
      Meter.ofThings("users", "Deactivate a user who needs no access any more.");

  @Inject private MembershipRepository memberships;

  @Override
  public Meter meter() {
    return METER;
  }

  @Override
  public long used(TenantId tenant) {
    return memberships.countActive(tenant);
  }

  @Override
  public String seenWith() {
    return "users:read";
  }

  @Override
  public List<Named> latest(TenantId tenant, int most) {
    return memberships.latestActive(tenant, most);
  }
}
