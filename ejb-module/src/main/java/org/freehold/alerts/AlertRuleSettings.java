package org.freehold.alerts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.alerts.internal.AlertRuleRepository;
import org.freehold.alerts.internal.AlertRuleSet;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;

/** What the tenant is warned of. */
@Stateless
@Guarded
public class AlertRuleSettings {
  @Inject private AlertRuleRepository sets;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("audit:read")
  public AlertRulesDetails details() {
    return sets.of(CurrentCall.tenantId()).details();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("audit:admin")
  @Audited(value = "alert_rules.updated", complianceRelevant = true)
  public AlertRulesDetails replace(AlertRules rules, Long expectedVersion) {
    AlertRuleSet set = sets.of(CurrentCall.tenantId());
    if (expectedVersion != null && expectedVersion != set.version()) {
      throw new Stale();
    }
    AlertRules before = set.rules();
    set.change(rules, clock.instant());
    sets.keep(CurrentCall.tenantId(), set);
    changes.about("alert_rules", CurrentCall.tenantId().value()).before(before).after(rules);
    return set.details();
  }
}
