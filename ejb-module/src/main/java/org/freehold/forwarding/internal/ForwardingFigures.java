package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.freehold.platform.Measured;
import org.freehold.platform.Measurement;

/** What this node forwarded, and for how long it has been failing. */
@ApplicationScoped
public class ForwardingFigures implements Measured {
  @Inject private Clock clock;
  private final AtomicLong events = new AtomicLong();
  private final Map<UUID, Instant> failing = new ConcurrentHashMap<>();

  void sent(int count) {
    events.addAndGet(count);
  }

  void failing(UUID destination) {
    failing.putIfAbsent(destination, clock.instant());
  }

  void well(UUID destination) {
    failing.remove(destination);
  }

  @Override
  public List<Measurement> measure() {
    Instant now = clock.instant();
    double longest =
        failing.values().stream()
            .mapToDouble(since -> Duration.between(since, now).toSeconds())
            .max()
            .orElse(0);
    return List.of(
        Measurement.total(
            "freehold_forwarding_events_total",
            "Events of trails that destinations took from this node",
            Map.of(),
            events.get()),
        Measurement.now(
            "freehold_forwarding_failing",
            "Destinations that did not take what this node sent last",
            Map.of(),
            failing.size()),
        Measurement.now(
            "freehold_forwarding_lag_seconds",
            "For how long the destination that has been failing longest on this node has taken nothing",
            Map.of(),
            longest));
  }
}
