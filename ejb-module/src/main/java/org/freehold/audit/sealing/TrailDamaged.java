package org.freehold.audit.sealing;

import org.freehold.platform.Problem;

/** The trail does not continue what was signed over it: nothing is signed any more. */
public final class TrailDamaged extends Problem {
  private static final long serialVersionUID = 1;

  public TrailDamaged(String why) {
    super(
        409,
        "audit_trail_damaged",
        "The trail is damaged",
        why + ".",
        "Nothing is signed over it until it continues the earlier checkpoint again: export it as it"
            + " is, and see the operations manual on restored databases.");
  }
}
