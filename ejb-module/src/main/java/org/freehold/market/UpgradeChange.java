package org.freehold.market;

/**
 * A thing that a newer version of a template says differently.
 *
 * @param carried whether the release has it
 * @param text why, or why not
 */
public record UpgradeChange(String kind, String key, Change change, boolean carried, String text) {
  /** What the newer version does with it. */
  public enum Change {
    ADDED,
    CHANGED,
    REMOVED
  }
}
