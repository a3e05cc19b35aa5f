package org.freehold.alerts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.freehold.alerts.internal.AlertCursorRepository;
import org.freehold.alerts.internal.AlertRuleRepository;
import org.freehold.alerts.internal.Detection;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.audit.sealing.TrailPart;
import org.freehold.audit.sealing.TrailReading;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/**
 * Looks at the next events of the trail. How far it has come, what is remembered and what was found
 * commit together: each event is looked at once, whatever dies.
 */
@Stateless
@Guarded
@NotAudited("It only looks; what it finds is on record as security_alert.raised.")
public class AlertEvaluation {
  private static final int PLACES = 2000;

  /** A trail that was there before alerts were is not judged from its beginning. */
  private static final Duration LOOK_BACK = Duration.ofHours(1);

  @Inject private AlertCursorRepository cursors;
  @Inject private AlertRuleRepository sets;
  @Inject private TrailReading trail;
  @Inject private Detection detection;
  @Inject private AlertRaising raising;
  @Inject private Clock clock;

  /** What a look came to. */
  public enum Look {
    /** There is more. */
    MORE,
    /** All was looked at. */
    DONE,
    /** Somebody else is at it, who may not see what came last. */
    BUSY
  }

  @SystemCall
  public Look next() {
    TenantId tenant = CurrentCall.tenantId();
    Long place = cursors.hold(tenant, () -> trail.placeSince(clock.instant().minus(LOOK_BACK)));
    if (place == null) {
      return Look.BUSY;
    }
    TrailPart part = trail.from(place, PLACES, Detection.ACTIONS);
    AlertRules rules = part.events().isEmpty() ? AlertRules.DEFAULT : sets.of(tenant).rules();
    for (SealedEvent event : part.events()) {
      List<Finding> findings = detection.find(tenant, event, rules);
      findings.forEach(finding -> raising.raise(finding, rules));
    }
    cursors.move(tenant, part.next());
    return part.end() ? Look.DONE : Look.MORE;
  }
}
