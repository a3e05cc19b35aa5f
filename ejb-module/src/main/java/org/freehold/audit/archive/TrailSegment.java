package org.freehold.audit.archive;

import java.util.List;

/**
 * Events that go into one archive together.
 *
 * @param places of those that may be removed; the archive has all from the first to the last
 * @param events how many these are
 */
public record TrailSegment(List<PlaceRange> places, long events) {
  public TrailSegment {
    places = List.copyOf(places);
  }

  public long begin() {
    return places.get(0).begin();
  }

  public long end() {
    return places.get(places.size() - 1).end();
  }
}
