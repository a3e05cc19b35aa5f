package org.freehold.market;

import java.util.UUID;

/**
 * Something that a use of a template made or took.
 *
 * @param kind as in {@code role}
 * @param key what it is called among its kind
 * @param id null for what is known by its key
 * @param href where the API tells of it, for callers in its tenant
 */
public record UsedThing(String kind, String key, UUID id, String href, Outcome outcome) {
  /** What became of it. */
  public enum Outcome {
    MADE,
    /** It was there, and is as the template says now. */
    CHANGED,
    /** It was there, and is as it was. */
    FOUND
  }

  static UsedThing made(String kind, String key, UUID id, String href) {
    return new UsedThing(kind, key, id, href, Outcome.MADE);
  }
}
