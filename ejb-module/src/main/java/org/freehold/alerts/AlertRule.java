package org.freehold.alerts;

import org.freehold.platform.Severity;

/** What a tenant is warned of. */
public enum AlertRule {
  /** Many refusals of one person, key or network within a short time. */
  REFUSALS(Severity.WARNING),
  /** A person signed in from a network, or with a program, that was never seen with them. */
  NEW_PLACES(Severity.WARNING),
  /** A person signed in at an hour of the day at which they never do. */
  UNUSUAL_HOURS(Severity.WARNING),
  /** Many exports of one person or key. */
  MASS_EXPORT(Severity.ERROR),
  /**
   * Somebody got what may give roles or make policies, or a role or policy that lets was changed.
   */
  PRIVILEGE_ESCALATION(Severity.CRITICAL),
  /**
   * What guards the tenant was changed: access rules, policies, retention, forwarding, alerts, the
   * key of the trail.
   */
  SETTINGS_CHANGED(Severity.ERROR),
  /** Somebody changed the trail in the database. No rule of the tenant switches this off. */
  TRAIL_DAMAGED(Severity.CRITICAL);

  private final Severity severity;

  AlertRule(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }
}
