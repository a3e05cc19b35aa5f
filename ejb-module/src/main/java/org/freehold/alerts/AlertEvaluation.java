package org.freehold.alerts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
 * Looks at the next events of the trail, each by the rules as they were when it was recorded. How
 * far it has come, what is remembered and what was found commit together: each event is looked at
 * once, whatever dies.
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
    AlertCursorRepository.Cursor cursor =
        cursors.hold(tenant, () -> trail.placeSince(clock.instant().minus(LOOK_BACK)));
    if (cursor == null) {
      return Look.BUSY;
    }
    TrailPart part = trail.from(cursor.place(), PLACES, Detection.ACTIONS);
    AlertRules rules = cursor.rules() == null ? unknown(tenant, cursor) : cursor.rules();
    for (SealedEvent event : part.events()) {
      for (Finding finding : detection.find(tenant, event, rules)) {
        raising.raise(finding, rules);
      }
      rules = detection.after(event, rules, () -> sets.of(tenant).rules());
    }
    cursors.move(tenant, new AlertCursorRepository.Cursor(part.next(), rules));
    return part.end() ? Look.DONE : Look.MORE;
  }

  /** At the beginning of a trail nobody has changed them yet. */
  private AlertRules unknown(TenantId tenant, AlertCursorRepository.Cursor cursor) {
    return cursor.place() == 0 ? AlertRules.DEFAULT : sets.of(tenant).rules();
  }
}
