package org.freehold.flags;

/** How flags, segments, variants, rules and environments are named. */
public final class FlagKey {
  public static final int MOST = 100;
  public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  public static final String MESSAGE =
      "must be letters, digits, dots, dashes and underscores, and begin with a letter or digit";

  /** Characters of a targeting key. */
  public static final int LONGEST_TARGET = 1000;

  /** Where nothing else is said. */
  public static final String ENVIRONMENT = "production";

  private FlagKey() {}
}
