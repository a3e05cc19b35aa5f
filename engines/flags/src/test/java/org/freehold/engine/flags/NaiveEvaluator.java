package org.freehold.engine.flags;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What flags mean, written down without a thought for speed and without the engine's classes. */
final class NaiveEvaluator {
  private static final Pattern VERSION =
      Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-([0-9A-Za-z.-]+))?");

  /** What the engine should say. */
  record Told(String variant, Reason reason, String rule) {}

  private final World world;
  private final Map<String, Object> context;
  private final Instant now;

  NaiveEvaluator(World world, Map<String, Object> context, Instant now) {
    this.world = world;
    this.context = context;
    this.now = now;
  }

  Told evaluate(String key) {
    FlagDefinition flag =
        world.flags().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    if (flag == null) {
      return new Told(null, Reason.ERROR, null);
    }
    Targeting own =
        flag.environments().stream()
            .filter(one -> one.environment().equals(world.environment()))
            .findFirst()
            .orElse(new Targeting(null, null, null, null));
    Targeting general = flag.general();
    boolean enabled = own.enabled() != null ? own.enabled() : general.enabled();
    List<Rule> rules = own.rules() != null ? own.rules() : general.rules();
    Serve otherwise = own.otherwise() != null ? own.otherwise() : general.otherwise();
    if (!enabled) {
      return new Told(flag.offVariant(), Reason.DISABLED, null);
    }
    for (Prerequisite needed : flag.prerequisites()) {
      if (!needed.variants().contains(evaluate(needed.flag()).variant())) {
        return new Told(flag.offVariant(), Reason.DEFAULT, null);
      }
    }
    for (Rule rule : rules) {
      boolean counts =
          (rule.notBefore() == null || !now.isBefore(rule.notBefore()))
              && (rule.expires() == null || now.isBefore(rule.expires()));
      if (counts && rule.conditions().stream().allMatch(this::holds)) {
        return serve(flag, rule.serve(), Reason.TARGETING_MATCH, rule.id());
      }
    }
    boolean same = rules.isEmpty() && flag.prerequisites().isEmpty();
    return serve(flag, otherwise, same ? Reason.STATIC : Reason.DEFAULT, null);
  }

  private Told serve(FlagDefinition flag, Serve serve, Reason reason, String rule) {
    if (serve.variant() != null) {
      return new Told(serve.variant(), reason, rule);
    }
    String salt = flag.rolloutGroup() == null ? flag.key() : flag.rolloutGroup();
    Object by = attribute(flag.bucketBy() == null ? "tenant" : flag.bucketBy());
    String name = by == null || by instanceof List ? (String) context.get("targetingKey") : "" + by;
    byte[] bytes = (salt + ":" + name).getBytes(StandardCharsets.UTF_8);
    BigDecimal hash = new BigDecimal(Integer.toUnsignedLong(Murmur3Test.plain(0, bytes)));
    BigDecimal place = hash.divide(new BigDecimal(1L << 32)).multiply(new BigDecimal(100_000));
    int passed = 0;
    for (Share share : serve.split()) {
      passed += share.weight();
      if (place.compareTo(new BigDecimal(passed)) < 0) {
        return new Told(share.variant(), Reason.SPLIT, rule);
      }
    }
    throw new IllegalStateException("Shares end early");
  }

  private Object attribute(String name) {
    Object said = context.get(name);
    if (said != null) {
      return said;
    }
    return switch (name) {
      case "tenant" -> World.TENANT;
      case "tier" -> World.TIER;
      case "user" -> context.get("targetingKey");
      default -> null;
    };
  }

  private boolean holds(Condition condition) {
    if (condition.operator() == Operator.IN_SEGMENT) {
      return condition.values().stream().anyMatch(this::isIn) != condition.negated();
    }
    Object value = attribute(condition.attribute());
    if (condition.operator() == Operator.PRESENT) {
      return (value != null) != condition.negated();
    }
    if (value == null) {
      return false;
    }
    Collection<?> values = value instanceof Collection<?> many ? many : List.of(value);
    boolean passed =
        values.stream()
            .anyMatch(
                one ->
                    condition.values().stream()
                        .anyMatch(wanted -> passes(condition.operator(), one, wanted)));
    return passed != condition.negated();
  }

  private boolean isIn(Object key) {
    SegmentDefinition segment =
        world.segments().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    String target = (String) context.get("targetingKey");
    if (segment.included().contains(target)) {
      return true;
    }
    return !segment.excluded().contains(target)
        && !segment.conditions().isEmpty()
        && segment.conditions().stream().allMatch(this::holds);
  }

  private static boolean passes(Operator operator, Object value, Object wanted) {
    return switch (operator) {
      case EQUALS, IN ->
          value instanceof Number && wanted instanceof Number
              ? compare(value, wanted) == 0
              : value.equals(wanted);
      case STARTS_WITH -> value instanceof String text && text.startsWith((String) wanted);
      case ENDS_WITH -> value instanceof String text && text.endsWith((String) wanted);
      case CONTAINS -> value instanceof String text && text.contains((String) wanted);
      case LESS_THAN -> value instanceof Number && compare(value, wanted) < 0;
      case LESS_OR_EQUAL -> value instanceof Number && compare(value, wanted) <= 0;
      case GREATER_THAN -> value instanceof Number && compare(value, wanted) > 0;
      case GREATER_OR_EQUAL -> value instanceof Number && compare(value, wanted) >= 0;
      case SEMVER_EQUAL -> isVersion(value) && versions(value, wanted) == 0;
      case SEMVER_LESS_THAN -> isVersion(value) && versions(value, wanted) < 0;
      case SEMVER_GREATER_THAN -> isVersion(value) && versions(value, wanted) > 0;
      case BEFORE -> isMoment(value) && moment(value).isBefore(moment(wanted));
      case AFTER -> isMoment(value) && moment(value).isAfter(moment(wanted));
      case PRESENT, IN_SEGMENT -> throw new IllegalStateException();
    };
  }

  private static int compare(Object one, Object other) {
    return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
  }

  private static boolean isMoment(Object value) {
    return value instanceof String text && text.endsWith("Z");
  }

  private static Instant moment(Object value) {
    return Instant.parse((String) value);
  }

  private static boolean isVersion(Object value) {
    return value instanceof String text && VERSION.matcher(text).matches();
  }

  private static int versions(Object one, Object other) {
    Matcher a = VERSION.matcher((String) one);
    Matcher b = VERSION.matcher((String) other);
    if (!a.matches() || !b.matches()) {
      throw new IllegalStateException();
    }
    for (int i = 1; i <= 3; i++) {
      int order = Integer.compare(Integer.parseInt(a.group(i)), Integer.parseInt(b.group(i)));
      if (order != 0) {
        return order;
      }
    }
    String first = a.group(4);
    String second = b.group(4);
    if (first == null || second == null) {
      return Boolean.compare(first == null, second == null);
    }
    return first.compareTo(second);
  }
}
