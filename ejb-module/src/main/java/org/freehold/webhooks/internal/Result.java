package org.freehold.webhooks.internal;

import java.time.Instant;

/**
 * An attempt that was made.
 *
 * @param counted false for one that failed through our own fault, or waits for consent: it uses up
 *     no attempts
 * @param openUntil until when the receiver is left alone; null: it is not
 */
public record Result(Ready ready, Outcome outcome, boolean counted, Instant openUntil) {
  boolean arrived() {
    return outcome.error() == null;
  }
}
