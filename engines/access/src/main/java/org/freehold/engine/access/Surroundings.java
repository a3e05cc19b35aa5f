package org.freehold.engine.access;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Network;
import org.freehold.engine.access.condition.TimeWindow;

/** What the subject can change alone: when it asks, from where, and how well it is known. */
final class Surroundings {

  private static final int WEEK = 8;
  private static final int MOST_MOMENTS = 200;

  private final Case refused;
  private final List<Condition.Test> tests;

  Surroundings(Case refused) {
    this.refused = refused;
    this.tests =
        refused.policies().stream()
            .filter(policy -> !policy.reportOnly())
            .flatMap(policy -> ConditionTrace.testsOf(policy.condition()).stream())
            .toList();
  }

  Map<Remedy, UnaryOperator<Case>> remedies() {
    Map<Remedy, UnaryOperator<Case>> remedies = new LinkedHashMap<>();
    addMfa(remedies);
    addNetworks(remedies);
    addWaiting(remedies);
    return remedies;
  }

  private void addMfa(Map<Remedy, UnaryOperator<Case>> remedies) {
    boolean asked =
        tests.stream().anyMatch(test -> test.attribute().equals(AccessAttributes.MFA_AGE));
    if (asked && refused.env().mfaAgeSeconds() != 0) {
      remedies.put(
          new Remedy.AuthenticateAgain(),
          changed ->
              changed.withEnvironment(
                  new Environment(
                      changed.env().now(), changed.env().address(), 0, changed.env().context())));
    }
  }

  private void addNetworks(Map<Remedy, UnaryOperator<Case>> remedies) {
    for (Condition.Test test : tests) {
      if (test.attribute().equals(AccessAttributes.ADDRESS_NAME)) {
        for (Literal value : test.values()) {
          String text = ((Literal.Text) value).value();
          Network.parse(text)
              .ifPresent(
                  network -> {
                    addNetwork(remedies, text, network, true);
                    addNetwork(remedies, text, network, false);
                  });
        }
      }
    }
    if (refused.thing() != null) {
      for (Network network : refused.thing().attributes().allowedNetworks()) {
        addNetwork(remedies, network.text(), network, true);
      }
    }
  }

  private static void addNetwork(
      Map<Remedy, UnaryOperator<Case>> remedies, String text, Network network, boolean inside) {
    IpAddress address = inside ? network.first() : network.next().orElse(null);
    if (address != null) {
      remedies.put(
          new Remedy.ComeFromNetwork(text, inside),
          changed ->
              changed.withEnvironment(
                  new Environment(
                      changed.env().now(),
                      address,
                      changed.env().mfaAgeSeconds(),
                      changed.env().context())));
    }
  }

  /** The first moment at which it would be allowed as things are. */
  private void addWaiting(Map<Remedy, UnaryOperator<Case>> remedies) {
    TreeSet<Instant> moments = new TreeSet<>();
    for (Grant grant : refused.grants()) {
      addIfLater(moments, grant.notBefore());
      addIfLater(moments, grant.expires());
    }
    for (Policy policy : refused.policies()) {
      addIfLater(moments, policy.notBefore());
      addIfLater(moments, policy.expires());
    }
    tests.stream()
        .flatMap(test -> test.values().stream())
        .filter(Literal.Window.class::isInstance)
        .forEach(value -> addEdges(moments, ((Literal.Window) value).value()));
    moments.stream()
        .limit(MOST_MOMENTS)
        .filter(moment -> refused.at(moment).decide() == Decision.ALLOW)
        .findFirst()
        .ifPresent(
            moment -> remedies.put(new Remedy.WaitUntil(moment), changed -> changed.at(moment)));
  }

  private void addIfLater(TreeSet<Instant> moments, Instant moment) {
    if (moment != null && moment.isAfter(refused.env().now())) {
      moments.add(moment);
    }
  }

  private void addEdges(TreeSet<Instant> moments, TimeWindow window) {
    ZonedDateTime midnight = refused.env().now().atZone(window.zone()).truncatedTo(ChronoUnit.DAYS);
    for (int day = 0; day < WEEK; day++) {
      ZonedDateTime date = midnight.plusDays(day);
      addIfLater(moments, atMinute(date, window.from()));
      addIfLater(moments, atMinute(date, window.to()));
    }
  }

  private static Instant atMinute(ZonedDateTime day, int minute) {
    return minute == TimeWindow.DAY
        ? day.plusDays(1).toInstant()
        : day.withHour(minute / 60).withMinute(minute % 60).toInstant();
  }
}
