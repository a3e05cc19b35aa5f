package org.freehold.decisions;

import java.util.List;

/**
 * A page of what a search found.
 *
 * @param next behind which the next page begins; null when there is none
 */
public record Found<T>(List<T> results, String next) {
  public Found {
    results = List.copyOf(results);
  }
}
