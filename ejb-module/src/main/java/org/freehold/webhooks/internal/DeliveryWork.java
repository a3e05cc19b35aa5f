package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.webhooks.DeliveryId;

/**
 * Calls the receiver. A node that dies in between leaves the delivery pending, and its lease brings
 * it back: at least once, with the same id.
 */
@ApplicationScoped
public class DeliveryWork implements WorkHandler {
  private static final long LONGEST_PAUSE_SECONDS = 15;

  @Inject private Deliveries deliveries;
  @Inject private Sender sender;

  @Override
  public String kind() {
    return Deliveries.KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow, InterruptedException {
    DeliveryId id = new DeliveryId(item.subject());
    Optional<Call> call = deliveries.next(id);
    if (call.isPresent()) {
      Outcome outcome =
          sender.send(item.tenant(), call.get()).orElseThrow(() -> new NotNow(pause(item)));
      deliveries.record(id, outcome);
    }
  }

  /** Grows, so that a long queue to a receiver that hangs costs little. */
  private static Duration pause(WorkItem item) {
    return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(item.attempts(), 5)));
  }
}
