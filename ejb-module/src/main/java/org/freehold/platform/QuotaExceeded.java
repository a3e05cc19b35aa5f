package org.freehold.platform;

/** The tenant has used up what its plan gives: 402 with the limit and what is used of it. */
public final class QuotaExceeded extends Problem {
  /**
   * @param what as in {@code bytes of files}
   * @param used before the refused call
   */
  public QuotaExceeded(String what, long limit, long used) {
    super(
        402,
        "quota_exceeded",
        "Quota exceeded",
        "The tenant may have " + limit + " " + what + " and has " + used + ".",
        "Delete what is not needed, or move the tenant to a larger plan.");
    member("limit", limit);
    member("used", used);
  }
}
