package org.freehold.web.platform;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The origins whose pages may show the portal in a frame; nobody's may show anything else. */
final class FrameAncestors {
  private static final String NONE = "none";
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:([0-9]{1,5}|\\*))?");

  private final List<String> origins;

  /** Separated by commas; {@code none} for none. An IllegalStateException for what is no origin. */
  FrameAncestors(String configured) {
    origins =
        Arrays.stream(configured.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty() && !origin.equals(NONE))
            .toList();
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalStateException(
            "freehold.webhooks.portal-frame-ancestors has what is no origin: " + origin);
      }
    }
  }

  /** Of the path; null when nobody may frame it. */
  String of(String path) {
    boolean portal = path.equals("/portal") || path.startsWith("/portal/");
    return portal && !origins.isEmpty() ? String.join(" ", origins) : null;
  }
}
