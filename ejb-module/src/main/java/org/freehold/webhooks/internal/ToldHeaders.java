package org.freehold.webhooks.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.freehold.webhooks.EndpointFields;

/** Headers as they are put on record: bounded, and without what is secret. */
final class ToldHeaders {
  private static final int MOST = 40;
  private static final int LONGEST = 500;
  private static final Set<String> SECRET =
      Set.of(
          "set-cookie",
          "set-cookie2",
          "authorization",
          "proxy-authorization",
          "www-authenticate",
          "cookie",
          "webhook-signature");
  private static final Set<String> SECRET_WORDS = Set.of("token", "secret", "key", "password");

  private ToldHeaders() {}

  /** {@code own}: those of the tenant, of which only the names are told. */
  static Map<String, String> ofRequest(Map<String, String> ours, Map<String, String> own) {
    Map<String, String> told = new LinkedHashMap<>();
    own.keySet().forEach(name -> told.put(name, EndpointFields.MASK));
    ours.forEach((name, value) -> told.put(name, told(name, value)));
    return told;
  }

  static Map<String, String> ofAnswer(HttpResponse answer) {
    Map<String, String> told = new LinkedHashMap<>();
    Arrays.stream(answer.getHeaders())
        .limit(MOST)
        .forEach((Header one) -> told.put(cut(one.getName()), told(one.getName(), one.getValue())));
    return told;
  }

  private static String told(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean secret = SECRET.contains(lower) || SECRET_WORDS.stream().anyMatch(lower::contains);
    return secret ? EndpointFields.MASK : cut(value == null ? "" : value.replace("\u0000", ""));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
