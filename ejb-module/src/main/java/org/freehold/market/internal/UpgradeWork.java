package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.market.UpgradeBook;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.platform.work.WorkQueue;
import org.freehold.releases.ReleaseEvents;
import org.freehold.releases.ReleaseId;

/**
 * Hears of releases that are in place in their last environment, and tells the platform, which
 * knows whether one of them is an upgrade: in a transaction of its own, since this one is the
 * tenant's.
 */
@ApplicationScoped
public class UpgradeWork implements WorkHandler {
  private static final String KIND = "template_upgrade";

  @Inject private EnvironmentDirectory environments;
  @Inject private UpgradeBook book;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  void promoted(@Observes ReleaseEvents.Promoted event) {
    List<EnvironmentDetails> all = environments.inOrder(event.projectId());
    if (all.get(all.size() - 1).id().equals(event.environmentId())) {
      work.schedule(KIND, TenantId.PLATFORM, event.id().value(), clock.instant());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    book.live(new ReleaseId(item.subject()));
  }
}
