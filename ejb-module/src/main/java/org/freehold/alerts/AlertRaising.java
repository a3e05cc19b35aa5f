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
 * goes on, once in each quiet period.
 */
@Stateless
@Guarded
public class AlertRaising {
  /** So many alerts of an hour are told by mail; the rest is in the list and in webhooks. */
  private static final int MAILS_AN_HOUR = 20;

  /** What an alert was raised for, for the record. */
  public record Raised(AlertRule rule, AlertSubject subjectType, String subjectId, long count) {}

  @Inject private AlertRepository alerts;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<Mail> mails;
  @Inject private Clock clock;

  @SystemCall
  @Audited(value = "security_alert.raised", complianceRelevant = true)
  public void raise(Finding finding, AlertRules rules) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    Duration quiet = Duration.ofMinutes(rules.quietMinutes());
    Optional<SecurityAlert> known =
        alerts.latest(tenant, finding).filter(alert -> alert.covers(finding, quiet));
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
    if (finding.always() || rules.mail() && !isFlood(now)) {
      mails.fire(mail(alert));
    }
  }

  private boolean isFlood(Instant now) {
    Instant hourAgo = now.minus(Duration.ofHours(1));
    return alerts.toldSince(CurrentCall.tenantId(), hourAgo) > MAILS_AN_HOUR;
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
