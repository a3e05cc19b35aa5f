package org.freehold.engine.transparency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript writes them (ECMA-262 Number::toString), which RFC 8785 §3.2.2.3 asks for.
 * {@link Double#toString} is no help: until JDK 19 its digits were not always the shortest.
 */
final class Es6Number {

  private static final int MOST_DIGITS = 17;

  private Es6Number() {}

  /** Throws {@link IllegalArgumentException} on NaN and infinity. */
  static String format(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    String sign = value < 0 ? "-" : "";
    return sign + layOut(digits, digits.length() - shortest.scale());
  }

  /** The value is 0.digits × 10^point. */
  private static String layOut(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    String fraction = count == 1 ? "" : "." + digits.substring(1);
    int exponent = point - 1;
    return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
  }

  /** The decimal with the fewest digits that reads back as the value; of several, the nearest. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = rounded(exact, MOST_DIGITS, value);
    int tooFew = 0;
    int enough = MOST_DIGITS;
    while (enough - tooFew > 1) {
      int digits = (tooFew + enough) / 2;
      BigDecimal candidate = rounded(exact, digits, value);
      if (candidate == null) {
        tooFew = digits;
      } else {
        enough = digits;
        shortest = candidate;
      }
    }
    return shortest;
  }

  /**
   * Null when so few digits do not read back. The nearest may not although its neighbour does:
   * below a power of two the doubles lie closer together than above.
   */
  private static BigDecimal rounded(BigDecimal exact, int digits, double value) {
    RoundingMode[] nearestFirst = {
      RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING
    };
    for (RoundingMode mode : nearestFirst) {
      BigDecimal rounded = exact.round(new MathContext(digits, mode));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return null;
  }
}
