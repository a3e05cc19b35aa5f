package org.freehold.environments;

import java.util.List;

/**
 * What undoing a plan would lose of what was written since.
 *
 * @param digest a {@link LossDigest} of all of this: whoever accepts the losses quotes it
 * @param window open: nothing was dropped for good; tombstone: what was dropped is still kept;
 *     past: it is gone, and only a backup brings it back
 */
public record LossPreview(String digest, Window window, List<Loss> losses) {
  /** How much of the old is still there. */
  public enum Window {
    OPEN,
    TOMBSTONE,
    PAST
  }

  public LossPreview {
    losses = List.copyOf(losses);
  }

  public LossPreview(Window window, List<Loss> losses) {
    this(LossDigest.of(window, losses).toString(), window, losses);
  }

  /** Whether nothing is lost but what was accepted, or a little more; null: nothing was. */
  public boolean isWithin(LossDigest accepted) {
    return losses.isEmpty() || accepted != null && accepted.covers(LossDigest.of(window, losses));
  }

  /**
   * One object that loses something.
   *
   * @param object for example {@code table orders} or {@code column orders.tier}
   * @param rows how many rows lose it
   * @param what in a sentence
   */
  public record Loss(String object, long rows, String what) {}
}
