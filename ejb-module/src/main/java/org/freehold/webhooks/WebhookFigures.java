package org.freehold.webhooks;

/**
 * How webhooks fare.
 *
 * @param deliveries of the last thirty days
 */
public record WebhookFigures(Endpoints endpoints, Deliveries deliveries) {
  /** By what is with them. */
  public record Endpoints(long enabled, long paused, long disabled) {}

  /**
   * By what became of them.
   *
   * @param successRate delivered ones by those that were delivered or exhausted, 0 to 1; null
   *     without any
   */
  public record Deliveries(
      long pending, long delivered, long exhausted, long skipped, Double successRate) {
    public static Deliveries of(long pending, long delivered, long exhausted, long skipped) {
      long ended = delivered + exhausted;
      Double rate = ended == 0 ? null : Double.valueOf((double) delivered / ended);
      return new Deliveries(pending, delivered, exhausted, skipped, rate);
    }
  }
}
