package org.freehold.platform;

/** Whether a rule of a tenant refuses, only tells what it would refuse, or does nothing. */
public enum RuleMode {
  OFF,
  REPORT_ONLY,
  ENFORCED
}
