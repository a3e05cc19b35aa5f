package org.freehold.platform;

/** Limits and patterns that several features share. */
public final class Text {
  public static final String SLUG = "[a-z0-9][a-z0-9-]{1,62}";
  public static final int NAME = 200;
  public static final int DESCRIPTION = 10_000;
  public static final int EMAIL = 254;

  private Text() {}
}
