package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.alerts.AlertEvaluation;
import org.freehold.audit.sealing.TrailFollower;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Looks at what was sealed, a part at a time. */
@ApplicationScoped
public class AlertFollower implements TrailFollower, WorkHandler {
  private static final String KIND = "security_alerts";

  @Inject
  @ConfigProperty(name = "freehold.alerts.pause-seconds")
  private int pauseSeconds;

  @Inject private AlertEvaluation evaluation;

  @Override
  public String work() {
    return KIND;
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(pauseSeconds);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    AlertEvaluation.Look look = AlertEvaluation.Look.MORE;
    while (look == AlertEvaluation.Look.MORE) {
      look = evaluation.next();
    }
    if (look == AlertEvaluation.Look.BUSY) {
      throw NotNow.unattempted(Duration.ofSeconds(1));
    }
  }
}
