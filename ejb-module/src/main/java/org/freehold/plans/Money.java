package org.freehold.plans;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import org.freehold.platform.Invalid;

/**
 * An amount with the digits of its currency.
 *
 * @param currency of ISO 4217
 */
public record Money(
    @NotNull @DecimalMin("0") @DecimalMax("100000000") BigDecimal amount,
    @NotNull String currency) {

  private static final long MOST_MINOR = 100_000_000_000L;

  /** From whole minor units, as cents. */
  public static Money ofMinor(long minor, String currency) {
    return new Money(BigDecimal.valueOf(minor, digits(currency)), currency);
  }

  /** Whole minor units; {@link Invalid} at the pointer when there is a fraction of one. */
  long minor(String pointer) {
    try {
      long minor = amount.setScale(digits(currency)).unscaledValue().longValueExact();
      if (minor > MOST_MINOR) {
        throw Invalid.at(pointer + "/amount", "range", "This is too much in this currency.");
      }
      return minor;
    } catch (ArithmeticException e) {
      throw Invalid.at(pointer + "/amount", "digits", "This has more digits than the currency.");
    }
  }

  /** {@link Invalid} at the pointer for what is no currency that money has. */
  void requireCurrency(String pointer) {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(
                one ->
                    one.getCurrencyCode().equals(currency) && one.getDefaultFractionDigits() >= 0);
    if (!known) {
      throw Invalid.at(pointer + "/currency", "currency", "This is no currency of ISO 4217.");
    }
  }

  private static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }
}
