package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.environments.EnvironmentFields;
import org.freehold.environments.EnvironmentPolicy;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/**
 * Every tenant has dev, staging and production: they are made when they are first asked for, so
 * that tenants which never release have none. They are no reason to refuse anybody for a quota.
 */
@ApplicationScoped
public class DefaultEnvironments {
  private static final EnvironmentPolicy ONE_APPROVAL =
      new EnvironmentPolicy(1, false, null, null, null);

  @Inject private EnvironmentRepository environments;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  public void ensure() {
    TenantId tenant = CurrentCall.tenantId();
    if (environments.hasBuiltIn(tenant)) {
      return;
    }
    environments.holdDefaults(tenant);
    if (!environments.hasBuiltIn(tenant)) {
      add(tenant, "dev", 1, EnvironmentPolicy.OPEN);
      add(tenant, "staging", 2, EnvironmentPolicy.OPEN);
      add(tenant, "production", 3, ONE_APPROVAL);
      work.schedule(NightlyPlans.KIND, tenant, tenant.value(), clock.instant());
    }
  }

  private void add(TenantId tenant, String name, int position, EnvironmentPolicy policy) {
    EnvironmentFields fields =
        new EnvironmentFields(null, name, position, null, null, policy, null);
    environments.add(new Environment(tenant, fields, true, clock.instant()));
  }
}
