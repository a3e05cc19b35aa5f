package org.freehold.engine.delivery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a receiver says to the question whether it wants webhooks: the abuse protection of
 * CloudEvents (HTTP 1.1 Web Hooks for Event Delivery 1.0.2, section 4). The status of the answer
 * says nothing.
 *
 * @param isGranted whether it wants them
 * @param perMinute calls that it wants at the most; null: as many as there are
 * @param why it is not granted, in a sentence; null when it is
 */
public record Consent(boolean isGranted, Integer perMinute, String why) {
  public static final String REQUEST_ORIGIN = "WebHook-Request-Origin";
  public static final String REQUEST_RATE = "WebHook-Request-Rate";
  public static final String ALLOWED_ORIGIN = "WebHook-Allowed-Origin";
  public static final String ALLOWED_RATE = "WebHook-Allowed-Rate";

  private static final String ANY = "*";
  private static final Pattern RATE = Pattern.compile("0*[1-9][0-9]*");
  private static final int LONGEST_RATE = 9;

  /**
   * The headers of the question; those of the calls are the same without a rate.
   *
   * @param origin a DNS name for all that sends on behalf of this installation
   * @param perMinute calls that are asked for; null: no number of them
   */
  public static Map<String, String> question(String origin, Integer perMinute) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(REQUEST_ORIGIN, origin);
    if (perMinute != null) {
      headers.put(REQUEST_RATE, Integer.toString(perMinute));
    }
    return headers;
  }

  /**
   * Reads the answer.
   *
   * @param origins every value of {@link #ALLOWED_ORIGIN}
   * @param rates every value of {@link #ALLOWED_RATE}
   */
  public static Consent of(String origin, List<String> origins, List<String> rates) {
    if (origins.isEmpty()) {
      return refused("Its answer has no " + ALLOWED_ORIGIN + ".");
    }
    String allowed = origins.get(0).strip();
    if (origins.size() > 1 || !allowed.equals(ANY) && !allowed.equalsIgnoreCase(origin)) {
      return refused(ALLOWED_ORIGIN + " is neither " + origin + " nor *.");
    }
    if (rates.isEmpty()) {
      return new Consent(true, null, null);
    }
    String rate = rates.get(0).strip();
    if (rates.size() > 1 || !rate.equals(ANY) && !RATE.matcher(rate).matches()) {
      return refused(ALLOWED_RATE + " is neither a number above 0 nor *.");
    }
    return new Consent(true, number(rate), null);
  }

  /** Whoever takes a thousand million calls a minute takes as many as there are. */
  private static Integer number(String rate) {
    String digits = rate.replaceFirst("^0+", "");
    return rate.equals(ANY) || digits.length() > LONGEST_RATE ? null : Integer.valueOf(digits);
  }

  public static Consent refused(String why) {
    return new Consent(false, null, why);
  }
}
