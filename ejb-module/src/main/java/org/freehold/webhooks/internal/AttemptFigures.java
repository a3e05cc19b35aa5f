package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.freehold.platform.Measurement;
import org.freehold.platform.json.WireNames;

/** Counts the attempts of this node, and how long deliveries were due before they were made. */
@ApplicationScoped
public class AttemptFigures {
  private static final String ATTEMPTS = "freehold_webhooks_attempts_total";
  private static final String DWELL = "freehold_webhooks_dwell_seconds";
  private static final double[] BOUNDS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 300, 3600};

  private final Map<String, LongAdder> byOutcome = new ConcurrentSkipListMap<>();
  private final List<LongAdder> upTo = new ArrayList<>();
  private final LongAdder count = new LongAdder();
  private final LongAdder millis = new LongAdder();

  AttemptFigures() {
    for (int i = 0; i < BOUNDS.length; i++) {
      upTo.add(new LongAdder());
    }
  }

  void count(Ready ready, Outcome outcome) {
    String name = outcome.error() == null ? "delivered" : WireNames.of(outcome.error());
    byOutcome.computeIfAbsent(name, one -> new LongAdder()).increment();
    long waited =
        Math.max(0, Duration.between(ready.claimed().dueAt(), outcome.attemptedAt()).toMillis());
    for (int i = 0; i < BOUNDS.length; i++) {
      if (waited <= BOUNDS[i] * 1000) {
        upTo.get(i).increment();
      }
    }
    count.increment();
    millis.add(waited);
  }

  List<Measurement> measure() {
    List<Measurement> all = new ArrayList<>();
    byOutcome.forEach(
        (outcome, number) ->
            all.add(
                Measurement.total(
                    ATTEMPTS,
                    "Calls of webhooks by what came of them",
                    Map.of("outcome", outcome),
                    number.sum())));
    String help = "From when a delivery was due until it was attempted";
    for (int i = 0; i < BOUNDS.length; i++) {
      Map<String, String> bound = Map.of("le", Double.toString(BOUNDS[i]));
      all.add(Measurement.total(DWELL + "_bucket", help, bound, upTo.get(i).sum()));
    }
    all.add(Measurement.total(DWELL + "_bucket", help, Map.of("le", "+Inf"), count.sum()));
    all.add(Measurement.total(DWELL + "_count", help, Map.of(), count.sum()));
    all.add(Measurement.total(DWELL + "_sum", help, Map.of(), millis.sum() / 1000.0));
    return all;
  }
}
