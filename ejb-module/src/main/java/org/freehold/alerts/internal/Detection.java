package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.TenantId;

/** Asks all rules about one event. What the product does by itself is no finding. */
@ApplicationScoped
public class Detection {
  /** What is looked at beside refusals, as PostgreSQL reads it. */
  public static final String ACTIONS =
      "^(user\\.signed_in$|user\\.created$|user\\.updated$|membership\\.added$|role_assignment\\.created$"
          + "|role\\.(created|updated|released)$|tenant\\.access_rules\\.|policy\\.|alert_rules\\."
          + "|audit_forwarding\\.|retention|legal_hold)|\\.exported$";

  /** For so long places and hours are remembered. */
  public static final Duration MEMORY = Duration.ofDays(90);

  private static final String REFUSED = "refused";
  private static final String SETTINGS =
      "(tenant\\.access_rules|policy|alert_rules|audit_forwarding|retention|legal_hold)[._].*";

  @Inject private TraceRepository traces;
  @Inject private Habits habits;
  @Inject private Powers powers;

  /** What it shows. */
  public List<Finding> find(TenantId tenant, SealedEvent event, AlertRules rules) {
    AuditEventDetails details = event.details();
    if (details.actorType().equals("system")) {
      return List.of();
    }
    if (!details.success()) {
      return event.outcome().equals(REFUSED)
          ? burst(tenant, AlertRule.REFUSALS, rules.refusals(), details, "refusals").stream()
              .toList()
          : List.of();
    }
    if (details.action().equals("user.signed_in")) {
      return habits.signedIn(tenant, details, rules);
    }
    if (details.action().endsWith(".exported")) {
      return burst(tenant, AlertRule.MASS_EXPORT, rules.massExport(), details, "exports").stream()
          .toList();
    }
    return Stream.of(
            rules.privilegeEscalation().enabled()
                ? powers.raised(tenant, details)
                : Optional.<Finding>empty(),
            rules.settingsChanged().enabled() ? changed(details) : Optional.<Finding>empty())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> burst(
      TenantId tenant,
      AlertRule rule,
      AlertRules.Burst limits,
      AuditEventDetails event,
      String word) {
    if (!limits.enabled()) {
      return Optional.empty();
    }
    Who who = Who.did(event);
    boolean burst =
        traces
            .of(tenant, rule, who.key(), "burst", "", event.timestamp())
            .hit(event.timestamp(), limits.threshold(), Duration.ofMinutes(limits.windowMinutes()));
    return burst
        ? Optional.of(
            who.finding(
                rule,
                event,
                "There were %d %s or more within %d minutes."
                    .formatted(limits.threshold(), word, limits.windowMinutes())))
        : Optional.empty();
  }

  private static Optional<Finding> changed(AuditEventDetails event) {
    return event.action().matches(SETTINGS)
        ? Optional.of(
            Who.did(event)
                .finding(
                    AlertRule.SETTINGS_CHANGED,
                    event,
                    "What guards the tenant was changed: " + event.action() + "."))
        : Optional.empty();
  }
}
