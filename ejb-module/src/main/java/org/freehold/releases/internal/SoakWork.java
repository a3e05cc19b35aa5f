package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.releases.DeploymentId;

/** Ends the soak of a deployment at its time. */
@ApplicationScoped
public class SoakWork implements WorkHandler {
  static final String KIND = "deployment_soak";

  @Inject private PlaceRecords records;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    DeploymentId id = new DeploymentId(item.subject());
    Instant end = records.soakEnd(id);
    Instant now = clock.instant();
    if (end != null && end.isAfter(now)) {
      throw new NotNow(Duration.between(now, end).plusSeconds(1));
    }
    records.soaked(id);
  }
}
