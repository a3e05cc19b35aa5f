package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.freehold.audit.sealing.TrailFollower;
import org.freehold.forwarding.Forwarding;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Tells the destinations of a tenant that its trail has grown. */
@ApplicationScoped
public class ForwardingFollower implements TrailFollower, WorkHandler {
  private static final String KIND = "audit_forwarding";

  @Inject private Forwarding forwarding;

  @Override
  public String work() {
    return KIND;
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    forwarding.wake();
  }
}
