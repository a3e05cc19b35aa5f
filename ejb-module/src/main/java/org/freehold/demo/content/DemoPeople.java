package org.freehold.demo.content;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names that follow from the slug of a demo tenant. */
public final class DemoPeople {
  private DemoPeople() {}

  /** {@code tech-corp}: Tech Corp. */
  public static String organisation(String slug) {
    return Arrays.stream(slug.split("-+"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** The address of the first administrator. */
  public static String administrator(String slug) {
    return DemoPerson.of(slug, 0).email();
  }
}
