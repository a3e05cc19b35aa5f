package org.freehold.retention;

import org.freehold.platform.Problem;

/** Something must be kept, because a hold covers it. */
public final class UnderLegalHold extends Problem {
  private static final long serialVersionUID = 1;

  public UnderLegalHold(LegalHoldId hold, String name) {
    super(
        409,
        "under_legal_hold",
        "Conflict",
        "This must be kept: the legal hold " + name + " covers it.",
        "It can be deleted when somebody else than the one who placed the hold has released it.");
    member("hold_id", hold.value().toString());
  }
}
