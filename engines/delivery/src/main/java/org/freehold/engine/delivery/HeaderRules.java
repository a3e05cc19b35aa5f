package org.freehold.engine.delivery;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Which headers of their own tenants may have sent along (RFC 9110, section 5): none that HTTP or
 * the signature needs for itself, and nothing that could begin another header.
 */
public final class HeaderRules {
  public static final int MOST = 20;
  public static final int LONGEST_VALUE = 2000;

  /** Of all names and values together. */
  public static final int LARGEST = 8192;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "upgrade",
          "te",
          "trailer",
          "transfer-encoding",
          "expect",
          "via",
          "date",
          "forwarded",
          "user-agent",
          "accept-encoding");

  private HeaderRules() {}

  /** What is wrong, in words, by name of the header; the empty name is all of them. */
  public static Map<String, String> faults(Map<String, String> headers) {
    Map<String, String> faults = new TreeMap<>();
    Set<String> names = new HashSet<>();
    int size = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = header.getKey();
      String value = header.getValue();
      size += name.length() + value.length();
      add(faults, name, !NAME.matcher(name).matches(), () -> "This is no name of a header.");
      add(faults, name, isReserved(name), () -> "This header is not the tenant's to set.");
      add(
          faults,
          name,
          !names.add(lower(name)),
          () -> "This header is there twice: capitals make no difference.");
      add(
          faults,
          name,
          !isValue(value),
          () ->
              "A value is 1 to "
                  + LONGEST_VALUE
                  + " visible ASCII characters, with spaces only in between.");
    }
    add(faults, "", headers.size() > MOST, () -> "There may be " + MOST + " headers.");
    add(
        faults,
        "",
        size > LARGEST,
        () -> "Names and values together may have " + LARGEST + " characters.");
    return faults;
  }

  private static void add(
      Map<String, String> faults, String name, boolean wrong, Supplier<String> words) {
    if (wrong) {
      faults.putIfAbsent(name, words.get());
    }
  }

  static boolean isReserved(String name) {
    String lower = lower(name);
    return RESERVED.contains(lower)
        || lower.startsWith("webhook-")
        || lower.startsWith("freehold-")
        || lower.startsWith("content-")
        || lower.startsWith("proxy-");
  }

  /** No line break, no control character, and no space that a receiver would take away. */
  private static boolean isValue(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST_VALUE
        && value.equals(value.strip())
        && value.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
