package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.EnvironmentId;
import org.freehold.market.LiveThings;
import org.freehold.market.UpgradeBook;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.platform.work.WorkQueue;
import org.freehold.releases.ReleaseEvents;
import org.freehold.releases.ReleaseId;

/**
 * Hears of releases that come to their last environment or are undone there, and tells the
 * platform, which knows whether one of them is an upgrade: in a transaction of its own, since this
 * one is the tenant's. What counts is how the release stands when it is told, in whatever order the
 * events came.
 */
@ApplicationScoped
public class UpgradeWork implements WorkHandler {
  private static final String KIND = "template_upgrade";

  @Inject private EnvironmentDirectory environments;
  @Inject private LiveThings inTenant;
  @Inject private UpgradeBook book;
  @Inject private TenantDirectory directory;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  void promoted(@Observes ReleaseEvents.Promoted event) {
    moved(event.id(), environments.inOrder(event.projectId()), event.environmentId());
  }

  void rolledBack(@Observes ReleaseEvents.RolledBack event) {
    moved(event.id(), environments.inOrder(event.projectId()), event.environmentId());
  }

  private void moved(ReleaseId release, List<EnvironmentDetails> all, EnvironmentId environment) {
    if (all.get(all.size() - 1).id().equals(environment)) {
      work.schedule(KIND, TenantId.PLATFORM, release.value(), clock.instant());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    ReleaseId release = new ReleaseId(item.subject());
    book.upgraded(release)
        .flatMap(directory::byId)
        .filter(TenantRef::readable)
        .ifPresent(tenant -> settle(tenant, release));
  }

  private void settle(TenantRef tenant, ReleaseId release) {
    CallContext inside = CallContext.system("market", tenant);
    if (CurrentCall.within(inside, () -> inTenant.isInPlace(release))) {
      book.live(release);
    } else {
      book.undone(release);
    }
  }
}
