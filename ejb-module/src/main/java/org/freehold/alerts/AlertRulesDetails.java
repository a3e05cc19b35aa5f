package org.freehold.alerts;

import org.freehold.platform.Versioned;

/** What a tenant is warned of, all of it. */
public record AlertRulesDetails(
    AlertRules.Burst refusals,
    AlertRules.Switch newPlaces,
    AlertRules.Switch unusualHours,
    AlertRules.Burst massExport,
    AlertRules.Switch privilegeEscalation,
    AlertRules.Switch settingsChanged,
    int quietMinutes,
    boolean mail,
    long version)
    implements Versioned {
  public static AlertRulesDetails of(AlertRules rules, long version) {
    return new AlertRulesDetails(
        rules.refusals(),
        rules.newPlaces(),
        rules.unusualHours(),
        rules.massExport(),
        rules.privilegeEscalation(),
        rules.settingsChanged(),
        rules.quietMinutes(),
        rules.mail(),
        version);
  }
}
