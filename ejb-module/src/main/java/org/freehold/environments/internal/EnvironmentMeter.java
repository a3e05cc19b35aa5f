package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantId;

/** Databases: each environment has a target of its own. */
@ApplicationScoped
public class EnvironmentMeter implements MeteredThings {
  public static final Meter METER =
      Meter.ofThings("databases", "Delete an environment that is no longer needed.");

  @Inject private EnvironmentRepository environments;

  @Override
  public Meter meter() {
    return METER;
  }

  @Override
  public long used(TenantId tenant) {
    return environments.count(tenant);
  }
}
