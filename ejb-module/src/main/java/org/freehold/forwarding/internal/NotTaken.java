package org.freehold.forwarding.internal;

/** A destination did not take a batch; the message says why and names no secret. */
final class NotTaken extends Exception {
  private static final long serialVersionUID = 1;

  NotTaken(String message) {
    super(message);
  }
}
