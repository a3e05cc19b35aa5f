package org.freehold.platform;

/**
 * The tenant has used up what its plan gives: 402 with the meter, the limit, what is used of it,
 * and what would allow more.
 */
public final class QuotaExceeded extends Problem {
  /**
   * @param used before the refused call
   * @param requiredPlan the smallest plan that would allow it; null when none does
   */
  public QuotaExceeded(Meter meter, long limit, long used, String requiredPlan) {
    super(
        402,
        "quota_exceeded",
        "Quota exceeded",
        "The tenant may have %d %s%s and has %d."
            .formatted(limit, what(meter), meter.monthly() ? " a month" : "", used),
        meter.relief() + " " + larger(requiredPlan));
    member("meter", meter.name());
    member("limit", limit);
    member("used", used);
    if (requiredPlan != null) {
      member("required_plan", requiredPlan);
    }
  }

  private static String what(Meter meter) {
    String words = meter.name().replace('_', ' ');
    return meter.unit() == Meter.Unit.BYTES ? "bytes of " + words.replace(" bytes", "") : words;
  }

  private static String larger(String plan) {
    return plan == null
        ? "Or ask whoever runs this installation for a larger quota."
        : "Or move the tenant to the plan " + plan + ".";
  }
}
