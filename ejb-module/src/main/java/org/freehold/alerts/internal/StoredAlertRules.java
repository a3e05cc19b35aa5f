package org.freehold.alerts.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.freehold.alerts.AlertRules;
import org.freehold.platform.json.JsonText;

/** Rules as text: what it does not have is as the product has it. */
final class StoredAlertRules {
  private StoredAlertRules() {}

  static String text(AlertRules rules) {
    return JsonText.of(rules);
  }

  static AlertRules parse(String text) {
    return with(AlertRules.DEFAULT, JsonText.parseObject(text));
  }

  /** The rules with what the values have another. */
  static AlertRules with(AlertRules rules, Map<String, ? extends JsonValue> values) {
    return new AlertRules(
        burst(values, "refusals", rules.refusals()),
        onOff(values, "new_places", rules.newPlaces()),
        onOff(values, "unusual_hours", rules.unusualHours()),
        burst(values, "mass_export", rules.massExport()),
        onOff(values, "privilege_escalation", rules.privilegeEscalation()),
        onOff(values, "settings_changed", rules.settingsChanged()),
        values.get("quiet_minutes") instanceof JsonNumber minutes
            ? Integer.valueOf(minutes.intValue())
            : rules.quietMinutes(),
        values.get("mail") == JsonValue.TRUE
            || rules.mail() && values.get("mail") != JsonValue.FALSE);
  }

  private static AlertRules.Burst burst(
      Map<String, ? extends JsonValue> values, String name, AlertRules.Burst otherwise) {
    return values.get(name) instanceof JsonObject rule
        ? new AlertRules.Burst(
            rule.getBoolean("enabled"), rule.getInt("threshold"), rule.getInt("window_minutes"))
        : otherwise;
  }

  private static AlertRules.Switch onOff(
      Map<String, ? extends JsonValue> values, String name, AlertRules.Switch otherwise) {
    return values.get(name) instanceof JsonObject rule
        ? new AlertRules.Switch(rule.getBoolean("enabled"))
        : otherwise;
  }
}
