package org.freehold.engine.access;

import java.math.BigInteger;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.TimeWindow;

/**
 * Conditions read word by word; null is unknown. Compiles nothing and uses nothing of the engine
 * but its carriers.
 */
record NaiveConditions(
    World world,
    Set<String> rolesInTenant,
    SubjectFacts subject,
    SubjectFacts maker,
    String permission,
    ResourceFacts thing,
    Environment env) {

  Boolean holds(Condition condition) {
    if (condition instanceof Condition.Not not) {
      Boolean part = holds(not.of());
      return part == null ? null : !part;
    }
    if (condition instanceof Condition.Test test) {
      return tested(test);
    }
    boolean all = condition instanceof Condition.All;
    List<Condition> parts =
        condition instanceof Condition.All a ? a.of() : ((Condition.Any) condition).of();
    List<Boolean> values = new ArrayList<>();
    parts.forEach(part -> values.add(holds(part)));
    if (values.contains(!all)) {
      return !all;
    }
    return values.contains(null) ? null : Boolean.valueOf(all);
  }

  private Boolean tested(Condition.Test test) {
    Object value = value(test.attribute());
    List<Object> wanted = test.values().stream().map(NaiveConditions::plain).toList();
    String operator = test.operator().name();
    if (operator.equals("EXISTS") || operator.equals("MISSING")) {
      return (value != null) == operator.equals("EXISTS");
    }
    if (value == null) {
      return null;
    }
    if (operator.startsWith("NOT_") || operator.equals("NE") || operator.equals("CONTAINS_NONE")) {
      Boolean positive = positive(test.attribute(), opposite(operator), value, wanted);
      return positive == null ? null : !positive;
    }
    return positive(test.attribute(), operator, value, wanted);
  }

  private static String opposite(String operator) {
    return operator.equals("NE")
        ? "EQ"
        : operator.equals("CONTAINS_NONE") ? "CONTAINS_ANY" : operator.substring(4);
  }

  private Boolean positive(String attribute, String operator, Object value, List<Object> wanted) {
    switch (operator) {
      case "IN_NETWORK":
        return wanted.stream().anyMatch(network -> inNetwork((IpAddress) value, (String) network));
      case "WITHIN":
        return wanted.stream().anyMatch(window -> isOpen((TimeWindow) window));
      case "CONTAINS_ANY":
      case "CONTAINS_ALL":
        if (!(value instanceof Collection<?> collection)) {
          return null;
        }
        List<String> held = collection.stream().map(Object::toString).toList();
        return operator.equals("CONTAINS_ALL")
            ? held.containsAll(wanted)
            : wanted.stream().anyMatch(held::contains);
      case "STARTS_WITH":
        return value instanceof String text ? text.startsWith((String) wanted.get(0)) : null;
      default:
        return compared(attribute, operator, value, wanted);
    }
  }

  private Boolean compared(String attribute, String operator, Object value, List<Object> wanted) {
    Object first = wanted.get(0);
    if (operator.equals("EQ") || operator.equals("IN")) {
      if (first instanceof Double) {
        return value instanceof Number number ? wanted.contains(number.doubleValue()) : null;
      }
      if (first instanceof Boolean) {
        return value instanceof Boolean ? value.equals(first) : null;
      }
      return value instanceof String || value instanceof UUID
          ? wanted.contains(value.toString())
          : null;
    }
    Integer order = null;
    if (attribute.equals("resource.security_level")) {
      List<String> levels = List.of("public", "internal", "confidential", "restricted");
      order = Integer.compare(levels.indexOf(value), levels.indexOf(first));
    } else if (value instanceof Number number) {
      order = Double.compare(number.doubleValue(), (Double) first);
    }
    if (order == null) {
      return null;
    }
    return switch (operator) {
      case "LT" -> order < 0;
      case "LE" -> order <= 0;
      case "GT" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Object plain(Literal literal) {
    if (literal instanceof Literal.Text text) {
      return text.value();
    }
    if (literal instanceof Literal.Number number) {
      return number.value();
    }
    return literal instanceof Literal.Flag flag
        ? (Object) flag.value()
        : ((Literal.Window) literal).value();
  }

  private boolean isOpen(TimeWindow window) {
    ZonedDateTime local = env.now().atZone(window.zone());
    if (!window.days().contains(local.getDayOfWeek())) {
      return false;
    }
    LocalTime time = local.toLocalTime();
    boolean begun = !time.isBefore(LocalTime.of(window.from() / 60, window.from() % 60));
    return begun
        && (window.to() == 1440 || time.isBefore(LocalTime.of(window.to() / 60, window.to() % 60)));
  }

  private static boolean inNetwork(IpAddress address, String network) {
    String[] parts = network.split("/");
    IpAddress first = IpAddress.parse(parts[0]).orElseThrow();
    int bits = first.v4() ? 32 : 128;
    int ignored = bits - Integer.parseInt(parts[1]);
    return first.v4() == address.v4()
        && number(first).shiftRight(ignored).equals(number(address).shiftRight(ignored));
  }

  private static BigInteger number(IpAddress address) {
    BigInteger high = new BigInteger(Long.toUnsignedString(address.high()));
    return high.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(address.low())));
  }

  private Object value(String attribute) {
    if (attribute.startsWith("resource.")) {
      return thing == null ? null : ofThing(attribute.substring("resource.".length()));
    }
    if (attribute.startsWith("context.")) {
      return env.context().get(attribute.substring("context.".length()));
    }
    return switch (attribute) {
      case "subject.id" -> subject.id();
      case "subject.roles" -> rolesInTenant;
      case "subject.teams" -> maker == null ? subject.teams() : maker.teams();
      case "subject.email_domain" -> domain(maker == null ? subject : maker);
      case "subject.properties.x" -> subject.profile().properties().get("x");
      case "environment.address" -> env.address();
      case "environment.time" -> env.now();
      case "environment.mfa_age_seconds" ->
          env.mfaAgeSeconds() < 0 ? null : (Object) (double) env.mfaAgeSeconds();
      case "tenant.tier" -> world.tenant().tier();
      case "action.permission" -> permission;
      default -> throw new IllegalArgumentException(attribute);
    };
  }

  static String domain(SubjectFacts of) {
    String email = of.profile().email();
    return email == null ? null : email.split("@")[1];
  }

  private Object ofThing(String attribute) {
    ResourceAttributes attributes = thing.attributes();
    return switch (attribute) {
      case "owner" -> thing.ownerId();
      case "workspace" -> thing.workspaceId();
      case "visibility" ->
          thing.visibility() == null ? null : thing.visibility().name().toLowerCase(Locale.ROOT);
      case "classification" -> attributes.classification();
      case "security_level" -> attributes.securityLevel();
      case "tags" -> attributes.tags();
      case "properties.x" -> attributes.properties().get("x");
      default -> throw new IllegalArgumentException(attribute);
    };
  }
}
