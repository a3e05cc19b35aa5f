package org.freehold.web.platform;

import java.util.regex.Pattern;
import org.freehold.platform.Invalid;

/**
 * The paths that mean the same to whoever reads them: nothing in them is resolved, cut off or
 * decoded into a separator later, so that what the edge decides by the path holds for the resource
 * that answers.
 */
final class PlainPath {
  /** Empty and dotted segments, parameters, and these and separators in disguise. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\]|%(?:25)*(?:2e|2f|5c)", Pattern.CASE_INSENSITIVE);

  private PlainPath() {}

  /** {@link Invalid} when the path, as it was sent, could be read in two ways. */
  static void require(String path) {
    if (AMBIGUOUS.matcher(path).find()) {
      throw Invalid.at(
          "", "path", "The path has an empty or dotted segment, a parameter or a coded separator.");
    }
  }
}
