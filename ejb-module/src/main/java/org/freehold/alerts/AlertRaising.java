package org.freehold.alerts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.freehold.alerts.internal.AlertRepository;
import org.freehold.alerts.internal.SecurityAlert;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Mail;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/**
 * Makes a finding an alert, or counts it on the one that there is. Told of at once, and while it
 * goes on, once in each quiet period. Whoever makes many things that are found cannot bury what
 * else is: so many alerts of a rule are raised within an hour, and one more counts the rest.
 */
@Stateless
@Guarded
public class AlertRaising {
  /** Of a rule; what is found beyond is counted on an alert about the rule. */
  private static final int ALERTS_AN_HOUR = 100;

  private static final String MANY =
      "More than %d such alerts came within an hour: all that follows is counted here."
          .formatted(ALERTS_AN_HOUR);

  /** So many alerts of a rule are told by mail; the rest is in the list and in webhooks. */
  private static final int MAILS_AN_HOUR = 20;

  private static final Duration HOUR = Duration.ofHours(1);

  /** What an alert was raised for, for the record. */
  public record Raised(AlertRule rule, AlertSubject subjectType, String subjectId, long count) {}

  @Inject private AlertRepository alerts;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<Mail> mails;
  @Inject private Clock clock;

  @SystemCall
  @Audited(value = "security_alert.raised", complianceRelevant = true)
  public void raise(Finding one, AlertRules rules) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    Duration quiet = Duration.ofMinutes(rules.quietMinutes());
    boolean many = known(tenant, one, quiet).isEmpty() && isOneOfMany(tenant, one, now);
    Finding finding = many ? one.amongMany(MANY) : one;
    Optional<SecurityAlert> known = known(tenant, finding, quiet);
    boolean told = known.isEmpty() || known.get().again(finding, now, quiet);
    SecurityAlert alert = known.orElseGet(() -> new SecurityAlert(tenant, finding, now));
    if (known.isEmpty()) {
      alerts.add(tenant, alert);
    }
    if (told) {
      tell(alert.details(), finding, rules, now);
    } else {
      changes.nothingChanged();
    }
  }

  private Optional<SecurityAlert> known(TenantId tenant, Finding finding, Duration quiet) {
    return alerts.latest(tenant, finding).filter(alert -> alert.covers(finding, quiet));
  }

  private boolean isOneOfMany(TenantId tenant, Finding finding, Instant now) {
    return !finding.always()
        && alerts.raisedSince(tenant, finding.rule(), now.minus(HOUR)) >= ALERTS_AN_HOUR;
  }

  private void tell(AlertDetails alert, Finding finding, AlertRules rules, Instant now) {
    changes
        .about(SecurityAlerts.ALERT, alert.id().value())
        .after(new Raised(alert.rule(), alert.subjectType(), alert.subjectId(), alert.count()));
    events.fire(
        new AlertEvents.AlertRaised(
            alert.id(),
            alert.rule(),
            alert.severity(),
            alert.subjectType(),
            alert.subjectId(),
            alert.summary(),
            alert.count(),
            finding.event().value()));
    if (isMailed(finding, rules, now)) {
      mails.fire(mail(alert));
    }
  }

  private boolean isMailed(Finding finding, AlertRules rules, Instant now) {
    if (finding.always() || finding.rule() == AlertRule.TRAIL_DAMAGED) {
      return true;
    }
    return rules.mail() && (finding.isAmongMany() || !isFlood(finding.rule(), now));
  }

  private boolean isFlood(AlertRule rule, Instant now) {
    return alerts.toldSince(CurrentCall.tenantId(), rule, now.minus(HOUR)) > MAILS_AN_HOUR;
  }

  private static Mail mail(AlertDetails alert) {
    return Mail.toAdministrators(
        "Security alert: " + alert.summary(),
        List.of("The audit trail shows something that somebody should look at.", alert.summary()),
        List.of(
            new Mail.Fact("Severity", alert.severity().wireName()),
            new Mail.Fact("About", word(alert.subjectType()) + " " + alert.subjectId()),
            new Mail.Fact("Found", alert.count() + " times"),
            new Mail.Fact("First", alert.firstAt().toString()),
            new Mail.Fact("Last", alert.lastAt().toString())),
        "alerts/" + alert.id().value());
  }

  private static String word(AlertSubject type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
