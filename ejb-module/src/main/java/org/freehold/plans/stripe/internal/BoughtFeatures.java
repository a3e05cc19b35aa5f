package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.freehold.plans.internal.EntitlementList;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.platform.Entitlement;
import org.freehold.platform.json.JsonText;

/**
 * What features of Stripe give: the look-up key is the name of an entitlement, with its value
 * behind a colon where it is no switch ({@code sso}, {@code analytics:advanced}, {@code
 * audit_retention_days:3650}). They add to a plan and take nothing from it; other keys are none of
 * ours.
 */
@ApplicationScoped
public class BoughtFeatures {
  @Inject private EntitlementList entitlements;

  Map<String, JsonValue> beside(KnownPlan plan, Set<String> features) {
    Map<String, JsonValue> bought = new TreeMap<>();
    for (String feature : features) {
      String[] parts = feature.split(":", 2);
      entitlements.all().stream()
          .filter(one -> one.name().equals(parts[0]))
          .findFirst()
          .ifPresent(one -> add(bought, one, plan, value(one, parts)));
    }
    return bought;
  }

  private static void add(
      Map<String, JsonValue> bought, Entitlement one, KnownPlan plan, JsonValue value) {
    JsonValue given =
        bought.getOrDefault(
            one.name(), plan.terms().entitlements().getOrDefault(one.name(), one.least()));
    if (value != null && one.accepts(value) && isMore(one, value, given)) {
      bought.put(one.name(), value);
    }
  }

  private static JsonValue value(Entitlement one, String[] parts) {
    return switch (one.type()) {
      case BOOLEAN -> parts.length == 1 ? JsonValue.TRUE : null;
      case INTEGER ->
          parts.length == 2 && parts[1].matches("[0-9]{1,15}")
              ? JsonText.PROVIDER.createValue(Long.parseLong(parts[1]))
              : null;
      default -> parts.length == 2 ? JsonText.PROVIDER.createValue(parts[1]) : null;
    };
  }

  private static boolean isMore(Entitlement one, JsonValue value, JsonValue given) {
    return switch (one.type()) {
      case INTEGER -> ((JsonNumber) value).longValue() > ((JsonNumber) given).longValue();
      case CHOICE -> !one.suffices(given, ((jakarta.json.JsonString) value).getString());
      default -> !value.equals(given);
    };
  }
}
