package org.freehold.alerts.internal;

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
    rules = StoredAlertRules.text(AlertRules.DEFAULT);
  }

  public void change(AlertRules wanted, Instant now) {
    rules = StoredAlertRules.text(wanted);
    updatedAt = now;
  }

  public AlertRules rules() {
    return StoredAlertRules.parse(rules);
  }

  public AlertRulesDetails details() {
    return AlertRulesDetails.of(rules(), version);
  }

  public long version() {
    return version;
  }
}
