package org.freehold.platform.persistence;

import org.freehold.platform.Invalid;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 200
 * @param after the cursor of the page before, or null
 * @param sort the sort parameter, or null for the list's own
 */
public record PageRequest(int limit, String after, String sort) {
  public static final int MOST = 200;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw Invalid.at("limit", "range", "limit must be between 1 and " + MOST + ".");
    }
  }
}
