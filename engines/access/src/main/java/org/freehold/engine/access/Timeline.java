package org.freehold.engine.access;

import java.time.Instant;
import java.util.List;

/** One subject as it is between the moments at which a grant of theirs begins or ends. */
final class Timeline {

  private final Instant[] starts;
  private final Subject[] subjects;

  /** The first subject is the one before the first start; there is one more than starts. */
  Timeline(List<Instant> starts, List<Subject> subjects) {
    this.starts = starts.toArray(Instant[]::new);
    this.subjects = subjects.toArray(Subject[]::new);
  }

  Subject at(Instant now) {
    int passed = starts.length;
    while (passed > 0 && now.isBefore(starts[passed - 1])) {
      passed--;
    }
    return subjects[passed];
  }

  List<Instant> starts() {
    return List.of(starts);
  }
}
