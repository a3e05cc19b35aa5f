package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.webhooks.ReplayId;
import org.freehold.webhooks.WebhookEndpointId;

/** The later work of replays. */
public final class ReplayWork {
  public static final String REPLAY = "webhook_replay";
  public static final String REDRIVE = "webhook_redrive";

  private ReplayWork() {}

  /** Makes what is due of one, again and again until all has ended. */
  @ApplicationScoped
  public static class Step implements WorkHandler {
    @Inject private ReplaySteps steps;

    @Override
    public String kind() {
      return REPLAY;
    }

    @Override
    public void handle(WorkItem item) throws NotNow {
      Optional<Duration> again = steps.step(new ReplayId(item.subject()));
      if (again.isPresent()) {
        throw NotNow.unattempted(again.get());
      }
    }
  }

  /** Sends an endpoint that is well again what it missed, if it wishes that. */
  @ApplicationScoped
  public static class Redrive implements WorkHandler {
    @Inject private Redrives redrives;

    @Override
    public String kind() {
      return REDRIVE;
    }

    @Override
    public void handle(WorkItem item) {
      redrives.begin(new WebhookEndpointId(item.subject()));
    }
  }
}
