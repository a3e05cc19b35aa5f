package org.freehold.audit.archive.internal;

import java.util.ArrayList;
import java.util.List;
import org.freehold.audit.archive.PlaceRange;
import org.freehold.audit.archive.TrailSegment;

/** How places are divided into archives. */
final class Segments {
  /** What one archive holds: small enough to be read back soon. */
  static final long MOST_EVENTS = 50_000;

  /** What one certificate names: its leaf has room for so many. */
  static final int MOST_RANGES = 500;

  /**
   * Places that lie further apart are in archives of their own, since an archive has all between.
   */
  static final long WIDEST_GAP = 10_000;

  private final List<TrailSegment> full = new ArrayList<>();
  private List<PlaceRange> ranges = new ArrayList<>();
  private long events;

  private Segments() {}

  /** Of ranges in their order with gaps between them; one that is too long is in several. */
  static List<TrailSegment> of(List<PlaceRange> islands) {
    Segments segments = new Segments();
    islands.forEach(segments::add);
    segments.close();
    return segments.full;
  }

  private void add(PlaceRange island) {
    if (ranges.size() == MOST_RANGES || isFar(island)) {
      close();
    }
    for (long at = island.begin(); at < island.end(); ) {
      if (events == MOST_EVENTS) {
        close();
      }
      long behind = Math.min(island.end(), at + MOST_EVENTS - events);
      ranges.add(new PlaceRange(at, behind));
      events += behind - at;
      at = behind;
    }
  }

  private boolean isFar(PlaceRange island) {
    return !ranges.isEmpty() && island.begin() - ranges.get(ranges.size() - 1).end() > WIDEST_GAP;
  }

  private void close() {
    if (!ranges.isEmpty()) {
      full.add(new TrailSegment(ranges, events));
    }
    ranges = new ArrayList<>();
    events = 0;
  }
}
