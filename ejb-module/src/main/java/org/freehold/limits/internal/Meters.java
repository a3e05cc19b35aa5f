package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.freehold.platform.Meter;
import org.freehold.platform.Metered;
import org.freehold.platform.MeteredThings;

/** Everything that features let be measured. */
@ApplicationScoped
public class Meters {
  @Inject @Any private Instance<Metered> metered;

  public List<Metered> all() {
    return metered.stream().sorted(Comparator.comparing(m -> m.meter().name())).toList();
  }

  MeteredThings things(Meter meter) {
    return metered.stream()
        .filter(candidate -> candidate.meter().equals(meter))
        .map(MeteredThings.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody counts " + meter.name()));
  }

  boolean knows(String name) {
    return metered.stream().anyMatch(candidate -> candidate.meter().name().equals(name));
  }
}
