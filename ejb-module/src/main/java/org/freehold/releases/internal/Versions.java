package org.freehold.releases.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as Semantic Versioning 2.0.0 wants them, and the one that comes next. */
public final class Versions {
  /** Numbers without leading zeros, of nine digits at most; then what §9 and §10 allow. */
  public static final String FORM =
      "(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})"
          + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
          + "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?";

  private static final Pattern PATTERN = Pattern.compile(FORM);
  private static final Comparator<int[]> ORDER =
      Comparator.<int[]>comparingInt(v -> v[0])
          .thenComparingInt(v -> v[1])
          .thenComparingInt(v -> v[2]);

  private Versions() {}

  /** The next patch version after the highest of them; 0.1.0 when there is none. */
  public static String next(Collection<String> versions) {
    return versions.stream()
        .map(Versions::numbers)
        .flatMap(Optional::stream)
        .max(ORDER)
        .map(v -> v[0] + "." + v[1] + "." + (v[2] + 1))
        .orElse("0.1.0");
  }

  private static Optional<int[]> numbers(String version) {
    Matcher matcher = PATTERN.matcher(version);
    return matcher.matches()
        ? Optional.of(
            new int[] {
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))
            })
        : Optional.empty();
  }
}
