package org.freehold.web.flags;

import java.util.Arrays;

/** The entity tags that a client has, as If-None-Match lists them (RFC 9110 §13.1.2). */
final class KnownTags {
  private KnownTags() {}

  /** Whether the header, which may be null, lists the tag, weak or strong, or is a star. */
  static boolean in(String header, String tag) {
    return header != null
        && Arrays.stream(header.split(",", -1))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || bare(one).equals("\"" + tag + "\""));
  }

  private static String bare(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
