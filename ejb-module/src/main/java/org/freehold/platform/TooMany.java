package org.freehold.platform;

/** A limit of rate was reached; {@code Retry-After} carries the seconds. */
public final class TooMany extends Problem {
  private final long retryAfterSeconds;

  public TooMany(String code, String detail, String hint, long retryAfterSeconds) {
    super(429, code, "Too many requests", detail, hint);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
