package org.freehold.web.files;

import java.nio.charset.StandardCharsets;

/** The header Content-Disposition (RFC 6266), with the name in UTF-8 as RFC 8187 writes it. */
final class Disposition {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Disposition() {}

  /** To be saved under the name, and never shown. */
  static String attachment(String name) {
    return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  /** For clients that know no other form; a percent sign some of them would decode. */
  private static String ascii(String name) {
    return name.replaceAll("[^ -~]|[\"\\\\%]", "_");
  }

  private static String encoded(String name) {
    StringBuilder text = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (character < 128
          && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0)) {
        text.append(character);
      } else {
        text.append('%').append("%02X".formatted(octet & 0xFF));
      }
    }
    return text.toString();
  }
}
