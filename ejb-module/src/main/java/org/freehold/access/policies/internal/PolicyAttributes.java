package org.freehold.access.policies.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.access.policies.PolicyAttribute;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.condition.Attribute;
import org.freehold.engine.access.condition.AttributeCatalogue;
import org.freehold.engine.access.condition.AttributeType;
import org.freehold.engine.access.condition.Operator;

/** The engine's attributes for whoever writes conditions. */
public final class PolicyAttributes {
  private static final AttributeCatalogue CATALOGUE = AccessAttributes.catalogue();

  private PolicyAttributes() {}

  public static List<PolicyAttribute> all() {
    Stream<PolicyAttribute> named = CATALOGUE.attributes().stream().map(PolicyAttributes::told);
    Stream<PolicyAttribute> open = CATALOGUE.families().stream().map(PolicyAttributes::family);
    return Stream.concat(named, open).toList();
  }

  private static PolicyAttribute told(Attribute attribute) {
    BigDecimal minimum =
        Double.isInfinite(attribute.minimum()) ? null : BigDecimal.valueOf(attribute.minimum());
    return new PolicyAttribute(
        attribute.name(),
        attribute.type(),
        operators(attribute.type()),
        attribute.domain(),
        minimum == null ? null : minimum.stripTrailingZeros(),
        attribute.description() + ".");
  }

  private static PolicyAttribute family(String prefix) {
    return new PolicyAttribute(
        prefix + "*",
        AttributeType.OPEN,
        operators(AttributeType.OPEN),
        List.of(),
        null,
        "What the request brings along under a name of its own.");
  }

  private static List<Operator> operators(AttributeType type) {
    return type.operators().stream().sorted().toList();
  }
}
