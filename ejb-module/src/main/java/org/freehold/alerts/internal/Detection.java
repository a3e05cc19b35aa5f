package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.TenantId;

/**
 * Asks all rules about one event. What the product does by itself is no finding, but for damage
 * that it found in a trail, and for the roles that it puts in place for a promotion.
 */
@ApplicationScoped
public class Detection {
  /** Whoever may change the rules could else switch off that it is told. */
  private static final String RULES_CHANGED = "alert_rules.updated";

  private static final String UNREADABLE = "audit.event_unreadable";

  private static final String SIGNED_IN = "user.signed_in";

  /** What sends data out, by the end of its name. */
  static final List<String> EXPORTS = List.of("exported", "downloaded");

  /** What guards the tenant, by the beginning of its name. */
  static final List<String> GUARDS =
      List.of(
          "tenant.access_rules",
          "policy",
          "alert_rules",
          "audit_forwarding",
          "audit_key",
          "retention",
          "legal_hold");

  static final Pattern EXPORT = Pattern.compile(".*\\.(%s)".formatted(String.join("|", EXPORTS)));
  private static final Pattern SETTINGS =
      Pattern.compile("(%s)[._].*".formatted(oneOf(GUARDS.stream())));

  /** What is looked at beside refusals, as PostgreSQL reads it. */
  public static final String ACTIONS =
      "^(%s)$|^%s$|^%s$".formatted(oneOf(names()), EXPORT.pattern(), SETTINGS.pattern());

  /** For so long places and hours are remembered. */
  public static final Duration MEMORY = Duration.ofDays(90);

  private static final String REFUSED = "refused";

  @Inject private TraceRepository traces;
  @Inject private Habits habits;
  @Inject private Powers powers;

  /** The names that rules ask for. */
  static Stream<String> names() {
    return Stream.of(Stream.of(SIGNED_IN, RULES_CHANGED), Powers.ACTIONS.stream(), Damage.actions())
        .flatMap(Function.identity());
  }

  private static String oneOf(Stream<String> names) {
    return names.map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|"));
  }

  /** What it shows. Of what the tenant's product says that it did, nothing. */
  public List<Finding> find(TenantId tenant, SealedEvent event, AlertRules rules) {
    AuditEventDetails details = event.details();
    if (!details.fromFreehold()) {
      return List.of();
    }
    Optional<Finding> damage = Damage.found(details);
    if (damage.isPresent() || isByItself(details)) {
      return damage.stream().toList();
    }
    if (!details.success()) {
      return event.outcome().equals(REFUSED)
          ? burst(tenant, AlertRule.REFUSALS, rules.refusals(), details, "refusals").stream()
              .toList()
          : List.of();
    }
    if (details.action().equals(SIGNED_IN)) {
      return habits.signedIn(tenant, details, rules);
    }
    if (EXPORT.matcher(details.action()).matches()) {
      return burst(tenant, AlertRule.MASS_EXPORT, rules.massExport(), details, "exports").stream()
          .toList();
    }
    return Stream.of(
            rules.privilegeEscalation().enabled()
                ? powers.raised(tenant, details)
                : Optional.<Finding>empty(),
            changed(details, rules))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isByItself(AuditEventDetails event) {
    boolean released = event.success() && event.action().equals(Powers.RELEASED);
    return event.actorType().equals("system") && !released;
  }

  /**
   * The rules for what was recorded after the event, as they were before it.
   *
   * @param now as they are at this moment: for want of better, when an event cannot be read
   */
  public AlertRules after(SealedEvent event, AlertRules before, Supplier<AlertRules> now) {
    AuditEventDetails details = event.details();
    if (details.action().equals(UNREADABLE)) {
      return now.get();
    }
    return details.fromFreehold() && details.success() && details.action().equals(RULES_CHANGED)
        ? StoredAlertRules.with(before, details.newValues())
        : before;
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

  private static Optional<Finding> changed(AuditEventDetails event, AlertRules rules) {
    boolean always = event.action().equals(RULES_CHANGED);
    if (!always && !rules.settingsChanged().enabled()
        || !SETTINGS.matcher(event.action()).matches()) {
      return Optional.empty();
    }
    String summary = "What guards the tenant was changed: " + event.action() + ".";
    Finding finding = Who.did(event).finding(AlertRule.SETTINGS_CHANGED, event, summary);
    return Optional.of(always ? finding.told() : finding);
  }
}
