package org.freehold.environments;

/**
 * How far a deployment came, by the journal that commits with its steps.
 *
 * @param lastStep the last step that is done; 0 when there is none
 */
public record JournalState(State state, int lastStep) {
  /** What is known of it. */
  public enum State {
    NOTHING,
    PARTLY,
    APPLIED,
    UNDONE
  }

  public static final JournalState NOTHING = new JournalState(State.NOTHING, 0);
}
