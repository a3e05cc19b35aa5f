package org.freehold.projects;

import java.math.BigDecimal;

/** Decimal numbers as they are kept: with two digits. */
final class Amounts {
  private static final int DIGITS = 2;

  private Amounts() {}

  /**
   * The same number written with two digits; one that has more stays as it is, for validation to
   * refuse.
   */
  static BigDecimal withTwoDigits(BigDecimal number) {
    return number == null || number.scale() >= DIGITS ? number : number.setScale(DIGITS);
  }
}
