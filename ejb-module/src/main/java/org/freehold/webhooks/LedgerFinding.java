package org.freehold.webhooks;

import java.util.UUID;

/**
 * Something that should not be.
 *
 * @param count of what it concerns
 * @param example one of those; null when the numbers alone tell
 */
public record LedgerFinding(Code code, long count, UUID example) {
  /** What can be wrong; each is found by comparing two things that are written apart. */
  public enum Code {
    /** Pending deliveries that nobody will make: the queue holds fewer than should be pending. */
    DELIVERIES_LOST,
    /** The queue holds more pending deliveries than were counted. */
    DELIVERIES_UNCOUNTED,
    /** Messages that nobody will spread: the queue does not hold them. */
    MESSAGES_LOST,
    /** The queue holds messages that are spread already, or not there. */
    MESSAGES_UNCOUNTED,
    /** Numbers that endpoints gave out and no delivery bears, or the other way round. */
    NUMBERS_MISSING,
    /** Deliveries said to have arrived, of which no attempt says so. */
    DELIVERED_UNPROVED,
    /** Deliveries given up although an attempt arrived. */
    EXHAUSTED_WRONGLY,
    /** Days of which other deliveries are on record than were counted. */
    DAYS_DIFFER
  }
}
