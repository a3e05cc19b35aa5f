package org.freehold.webhooks.internal;

/** How much may be asked for at once. */
public final class ReplayLimits {
  /** Deliveries of one replay. */
  public static final int MOST = 100_000;

  /** Replays of a tenant that were asked for and run. */
  public static final int RUNNING = 3;

  private ReplayLimits() {}
}
