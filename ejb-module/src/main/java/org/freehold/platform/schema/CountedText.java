package org.freehold.platform.schema;

/**
 * A text that a pattern may look at only so often: some patterns take years for a short text, and
 * they may come from anybody.
 */
final class CountedText implements CharSequence {
  private static final long FREE = 200_000;
  private static final long FOR_EACH_CHARACTER = 200;

  /** The pattern looked too often. */
  static final class TooOften extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooOften() {
      super("The pattern needs too long for this text", null, false, false);
    }
  }

  private final String text;
  private long left;

  CountedText(String text) {
    this.text = text;
    left = FREE + FOR_EACH_CHARACTER * text.length();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    left--;
    if (left < 0) {
      throw new TooOften();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
