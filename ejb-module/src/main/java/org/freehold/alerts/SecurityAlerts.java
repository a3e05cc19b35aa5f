package org.freehold.alerts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;
import org.freehold.alerts.internal.AlertRepository;
import org.freehold.alerts.internal.SecurityAlert;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;

/** The alerts of the tenant, and what people do about them. */
@Stateless
@Guarded
public class SecurityAlerts {
  static final String ALERT = "security_alert";

  /** What an alert became, for the record. */
  public record Handling(AlertStatus status, String comment) {}

  @Inject private AlertRepository alerts;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("audit:read")
  public Page<AlertDetails> list(AlertFilter filter, PageRequest page) {
    return alerts.list(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("audit:read")
  public AlertDetails details(AlertId id) {
    return find(id).details();
  }

  /** Somebody looks at it; once is enough. */
  @RequiresPermission("audit:admin")
  @Audited(value = "security_alert.acknowledged", complianceRelevant = true)
  public AlertDetails acknowledge(AlertId id, AlertComment comment) {
    UserId person = CurrentCall.get().actor().person();
    return handled(id, alert -> alert.acknowledge(person, comment.comment(), clock.instant()));
  }

  /** It is done with; more of the same after the quiet period is a new alert. */
  @RequiresPermission("audit:admin")
  @Audited(value = "security_alert.resolved", complianceRelevant = true)
  public AlertDetails resolve(AlertId id, AlertComment comment) {
    UserId person = CurrentCall.get().actor().person();
    return handled(id, alert -> alert.resolve(person, comment.comment(), clock.instant()));
  }

  private AlertDetails handled(AlertId id, Consumer<SecurityAlert> handling) {
    SecurityAlert alert = find(id);
    Handling before = handling(alert);
    handling.accept(alert);
    alerts.flush();
    changes.about(ALERT, id.value()).before(before).after(handling(alert));
    return alert.details();
  }

  private static Handling handling(SecurityAlert alert) {
    AlertDetails details = alert.details();
    return new Handling(details.status(), details.comment());
  }

  private SecurityAlert find(AlertId id) {
    return alerts.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound(ALERT));
  }
}
