package org.freehold.market.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A version of a template: three numbers, of which the first that differs decides. */
public record TemplateVersion(int major, int minor, int patch)
    implements Comparable<TemplateVersion> {
  public static final String FORM = "(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){2}";

  private static final Comparator<TemplateVersion> ORDER =
      Comparator.comparingInt(TemplateVersion::major)
          .thenComparingInt(TemplateVersion::minor)
          .thenComparingInt(TemplateVersion::patch);

  static TemplateVersion of(String text) {
    List<Integer> parts = Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList();
    return new TemplateVersion(parts.get(0), parts.get(1), parts.get(2));
  }

  @Override
  public int compareTo(TemplateVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
