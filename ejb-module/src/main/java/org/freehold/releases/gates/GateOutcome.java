package org.freehold.releases.gates;

/** How it went at a gate. */
public enum GateOutcome {
  PASSED,
  FAILED,
  /** Nobody asked, because there was nothing to ask or somebody said so by name. */
  WAIVED
}
