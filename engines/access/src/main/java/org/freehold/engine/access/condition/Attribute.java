package org.freehold.engine.access.condition;

import java.util.List;
import java.util.Objects;

/**
 * An attribute that conditions can test.
 *
 * @param name as in {@code resource.security_level}
 * @param domain the only values there are, for a level in their order; empty when there is no limit
 * @param minimum the least number there is; negative infinity for none
 * @param description one sentence for the reader
 */
public record Attribute(
    String name, AttributeType type, List<String> domain, double minimum, String description) {

  public Attribute {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    domain = List.copyOf(domain);
  }

  public static Attribute of(String name, AttributeType type, String description) {
    return new Attribute(name, type, List.of(), Double.NEGATIVE_INFINITY, description);
  }

  public static Attribute oneOf(
      String name, AttributeType type, List<String> domain, String description) {
    return new Attribute(name, type, domain, Double.NEGATIVE_INFINITY, description);
  }
}
