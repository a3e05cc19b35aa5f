package org.freehold.audit.archive;

/**
 * What became of a month of the trail of all tenants that was to be dropped.
 *
 * @param outcome dropped, or why it was not
 * @param events how many events went
 * @param tenants of how many tenants
 * @param lockedMillis from the locks that everybody waits for until the tables were gone, in
 *     milliseconds; the commit after it is not counted
 */
public record MonthDrop(Outcome outcome, long events, int tenants, int lockedMillis) {
  /** As the function of the database says it. */
  public enum Outcome {
    DROPPED,
    /** It ended less than a year ago. */
    YOUNG,
    /** It has no tables of its own. */
    NONE,
    /** The policy of a tenant keeps it, or no certified plan lets it go. */
    KEPT,
    /** An event in it is not sealed, or no sealed certificate names its place. */
    UNCERTIFIED,
    /** An event in it is a certificate that was not kept apart yet. */
    CERTIFICATE,
    /** A legal hold covers an event in it. */
    HELD,
    /** Others used the trail for too long. */
    BUSY
  }

  public boolean isDropped() {
    return outcome == Outcome.DROPPED;
  }
}
