package org.freehold.alerts.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.AlertRulesDetails;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;

/** What a tenant wants to be warned of; one that never said has the product's rules. */
@Entity
@Table(name = "alert_rule_set")
public class AlertRuleSet {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Convert(converter = JsonColumn.class)
  private String rules;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected AlertRuleSet() {}

  AlertRuleSet(TenantId tenant) {
    tenantId = tenant.value();
    rules = JsonText.of(AlertRules.DEFAULT);
  }

  public void change(AlertRules wanted, Instant now) {
    rules = JsonText.of(wanted);
    updatedAt = now;
  }

  public AlertRules rules() {
    JsonObject kept = JsonText.parseObject(rules);
    return new AlertRules(
        burst(kept, "refusals"),
        onOff(kept, "new_places"),
        onOff(kept, "unusual_hours"),
        burst(kept, "mass_export"),
        onOff(kept, "privilege_escalation"),
        onOff(kept, "settings_changed"),
        kept.getInt("quiet_minutes"),
        kept.getBoolean("mail"));
  }

  private static AlertRules.Burst burst(JsonObject kept, String name) {
    JsonObject rule = rule(kept, name);
    return rule == null
        ? null
        : new AlertRules.Burst(
            rule.getBoolean("enabled"), rule.getInt("threshold"), rule.getInt("window_minutes"));
  }

  private static AlertRules.Switch onOff(JsonObject kept, String name) {
    JsonObject rule = rule(kept, name);
    return rule == null ? null : new AlertRules.Switch(rule.getBoolean("enabled"));
  }

  /** Null for a rule that there was not yet when they were kept. */
  private static JsonObject rule(JsonObject kept, String name) {
    JsonValue value = kept.get(name);
    return value instanceof JsonObject object ? object : null;
  }

  public AlertRulesDetails details() {
    return AlertRulesDetails.of(rules(), version);
  }

  public long version() {
    return version;
  }
}
