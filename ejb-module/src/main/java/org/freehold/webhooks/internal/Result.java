package org.freehold.webhooks.internal;

/**
 * An attempt that was made.
 *
 * @param counted false for one that failed through our own fault: it uses up no attempts
 */
public record Result(Ready ready, Outcome outcome, boolean counted) {
  boolean arrived() {
    return outcome.error() == null;
  }
}
