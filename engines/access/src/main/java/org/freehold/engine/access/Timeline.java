package org.freehold.engine.access;

import java.time.Instant;
import java.util.List;

/** One subject as it is between the moments at which a grant of theirs begins or ends. */
final class Timeline {

  private final Subject first;
  private final Instant[] starts;
  private final Subject[] subjects;

  /** The first subject is the one before the first start; there is one more than starts. */
  Timeline(List<Instant> starts, List<Subject> subjects) {
    this.first = subjects.get(0);
    // Nearly nobody has grants with dates: they are spared looking for them.
    this.starts = starts.isEmpty() ? null : starts.toArray(Instant[]::new);
    this.subjects = subjects.toArray(Subject[]::new);
  }

  Subject at(Instant now) {
    if (starts == null) {
      return first;
    }
    int passed = starts.length;
    while (passed > 0 && now.isBefore(starts[passed - 1])) {
      passed--;
    }
    return subjects[passed];
  }
}
