package org.freehold.decisions;

/**
 * The answer to a question.
 *
 * @param reason why, for whoever runs the installation; null for an allowed one
 */
public record Verdict(boolean decision, String reason) {
  public static final Verdict YES = new Verdict(true, null);

  public static Verdict no(String reason) {
    return new Verdict(false, reason);
  }
}
