package org.freehold.plans.stripe.internal;

/** Stripe did not do what it was asked. */
public final class StripeFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** Of an answer that never came, or could not be read. */
  static final int NO_ANSWER = 0;

  private final int status;
  private final boolean repeated;

  StripeFailure(int status, String message, boolean repeated) {
    super(message);
    this.status = status;
    this.repeated = repeated;
  }

  StripeFailure(String message, Throwable cause) {
    super(message, cause);
    status = NO_ANSWER;
    repeated = false;
  }

  /** Asking again will not help: what was asked for cannot be, or was not paid. */
  public boolean isFinal() {
    return status == 400 || status == 402 || status == 404;
  }

  /** There is no such thing in this account. */
  boolean isMissing() {
    return status == 404;
  }

  /** Who has no money, or a card that is refused. */
  public boolean isUnpaid() {
    return status == 402;
  }

  /** Stripe keeps the answer for this Idempotency-Key, and it is one that helps nobody. */
  public boolean isKeptFailure() {
    return repeated && status >= 500;
  }

  /** Whether the same may go well in a moment. */
  boolean isPassing() {
    return status == NO_ANSWER || status == 409 || status == 429 || status >= 500;
  }
}
