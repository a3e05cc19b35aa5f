package org.freehold.platform;

/** If-Match named a version that is no longer the newest. */
public final class Stale extends Problem {
  public Stale() {
    super(
        412,
        "stale",
        "Precondition failed",
        "Somebody changed this since you read it.",
        "Read it again, apply your change to what you read, and send the new ETag in If-Match.");
  }
}
