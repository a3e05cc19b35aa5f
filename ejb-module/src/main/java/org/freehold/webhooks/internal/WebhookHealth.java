package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.freehold.platform.HealthCheck;

/** Whether webhooks leave this node: down when no receiver can be reached any more. */
@ApplicationScoped
public class WebhookHealth implements HealthCheck {
  @Inject private DueFigures due;
  @Inject private Receivers receivers;

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public Map<String, Object> check() {
    if (receivers.isNetworkDown()) {
      throw new IllegalStateException("No webhook receiver can be reached from this node");
    }
    DueFigures.Waiting waiting = due.waiting();
    return Map.of(
        "waiting", waiting.messages() + waiting.deliveries() + waiting.replays(),
        "broken", waiting.broken(),
        "oldest_due_seconds", Math.round(waiting.oldestDueSeconds()));
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
