package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.freehold.platform.Measured;
import org.freehold.platform.Measurement;

/** What this node forwarded. Who takes nothing, and since when, the destination itself tells. */
@ApplicationScoped
public class ForwardingFigures implements Measured {
  private final AtomicLong events = new AtomicLong();

  void sent(int count) {
    events.addAndGet(count);
  }

  @Override
  public List<Measurement> measure() {
    return List.of(
        Measurement.total(
            "freehold_forwarding_events_total",
            "Events of trails that destinations took from this node",
            Map.of(),
            events.get()));
  }
}
