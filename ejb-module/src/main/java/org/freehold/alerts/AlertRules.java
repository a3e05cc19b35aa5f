package org.freehold.alerts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a tenant is warned of; what is absent is as the product has it.
 *
 * @param quietMinutes after which more of the same is told of again, and after which a resolved
 *     alert is followed by a new one
 * @param mail whether administrators hear of alerts by mail
 */
public record AlertRules(
    @Valid Burst refusals,
    @Valid Switch newPlaces,
    @Valid Switch unusualHours,
    @Valid Burst massExport,
    @Valid Switch privilegeEscalation,
    @Valid Switch settingsChanged,
    @Min(5) @Max(1440) Integer quietMinutes,
    Boolean mail) {
  public static final AlertRules DEFAULT =
      new AlertRules(null, null, null, null, null, null, null, null);

  public AlertRules {
    refusals = refusals == null ? new Burst(true, 10, 5) : refusals;
    newPlaces = newPlaces == null ? Switch.ON : newPlaces;
    unusualHours = unusualHours == null ? Switch.ON : unusualHours;
    massExport = massExport == null ? new Burst(true, 5, 60) : massExport;
    privilegeEscalation = privilegeEscalation == null ? Switch.ON : privilegeEscalation;
    settingsChanged = settingsChanged == null ? Switch.ON : settingsChanged;
    quietMinutes = quietMinutes == null ? Integer.valueOf(60) : quietMinutes;
    mail = mail == null ? Boolean.TRUE : mail;
  }

  /** A rule that is on or off. */
  public record Switch(boolean enabled) {
    static final Switch ON = new Switch(true);
  }

  /** So many within so many minutes. */
  public record Burst(
      boolean enabled, @Min(2) @Max(1000) int threshold, @Min(1) @Max(1440) int windowMinutes) {}
}
