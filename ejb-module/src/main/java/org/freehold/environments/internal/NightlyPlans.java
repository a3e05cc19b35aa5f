package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.freehold.jobs.JobPlans;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/**
 * Plans what is done to a tenant's environments by night, as soon as it has any; not of all tenants
 * in the same minute.
 */
@ApplicationScoped
public class NightlyPlans implements WorkHandler {
  public static final String KIND = "environment.plans";

  @Inject private JobPlans plans;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    int minute = Math.floorMod(item.tenant().value().hashCode(), 60);
    plans.planOnce("drift-check", minute + " 2 * * *", Map.of());
    plans.planOnce("release-cleanup", minute + " 4 * * *", Map.of());
  }
}
