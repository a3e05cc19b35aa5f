package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;
import org.freehold.platform.TenantId;

/**
 * Learns from where, with what and at which hours people sign in, and tells what was never so
 * before. The first time says nothing.
 */
@ApplicationScoped
public class Habits {
  /** Of somebody who signed in less often it is not known when they do. */
  private static final int ENOUGH = 20;

  private static final String HOUR = "hour";
  private static final int HOURS = 24;

  @Inject private TraceRepository traces;

  List<Finding> signedIn(TenantId tenant, AuditEventDetails event, AlertRules rules) {
    Who who = Who.did(event);
    List<Finding> found = new ArrayList<>();
    boolean elsewhere =
        isNew(tenant, who, "network", Whereabouts.network(event.ipAddress()), event.timestamp());
    boolean otherwise =
        isNew(tenant, who, "program", Whereabouts.program(event.userAgent()), event.timestamp());
    if (rules.newPlaces().enabled() && (elsewhere || otherwise)) {
      String what =
          elsewhere && otherwise ? "network and program" : elsewhere ? "network" : "program";
      found.add(
          who.finding(
              AlertRule.NEW_PLACES,
              event,
              "Signed in from a " + what + " that was not seen with this person before."));
    }
    if (isOddHour(tenant, who, event.timestamp()) && rules.unusualHours().enabled()) {
      found.add(
          who.finding(
              AlertRule.UNUSUAL_HOURS,
              event,
              "Signed in at an hour of the day at which this person never does."));
    }
    return found;
  }

  /** Remembers it, and whether it is new while others of its kind are known. */
  private boolean isNew(TenantId tenant, Who who, String kind, Optional<String> place, Instant at) {
    if (place.isEmpty()) {
      return false;
    }
    String digest = Whereabouts.digest(who.key(), place.get());
    boolean known =
        traces
            .find(tenant, AlertRule.NEW_PLACES, who.key(), kind, digest)
            .filter(trace -> trace.lastAt().plus(Detection.MEMORY).isAfter(at))
            .isPresent();
    boolean others = !known && traces.seen(tenant, AlertRule.NEW_PLACES, who.key(), kind) > 0;
    traces.of(tenant, AlertRule.NEW_PLACES, who.key(), kind, digest, at).seen(at);
    return others;
  }

  /** By UTC; the hours beside one that is known are no surprise. */
  private boolean isOddHour(TenantId tenant, Who who, Instant at) {
    int hour = at.atOffset(ZoneOffset.UTC).getHour();
    boolean odd =
        traces.seen(tenant, AlertRule.UNUSUAL_HOURS, who.key(), HOUR) >= ENOUGH
            && !isKnown(tenant, who, hour - 1)
            && !isKnown(tenant, who, hour)
            && !isKnown(tenant, who, hour + 1);
    traces
        .of(tenant, AlertRule.UNUSUAL_HOURS, who.key(), HOUR, Integer.toString(hour), at)
        .seen(at);
    return odd;
  }

  private boolean isKnown(TenantId tenant, Who who, int hour) {
    String value = Integer.toString(Math.floorMod(hour, HOURS));
    return traces.find(tenant, AlertRule.UNUSUAL_HOURS, who.key(), HOUR, value).isPresent();
  }
}
