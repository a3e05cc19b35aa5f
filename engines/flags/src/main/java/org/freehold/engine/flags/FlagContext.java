package org.freehold.engine.flags;

import java.util.Map;

/**
 * For whom flags are evaluated. What the caller says of a tenant, a tier and a user counts; else
 * these are the tenant's that owns the flags, and the targeting key.
 */
public final class FlagContext {
  /** The attribute that names whom it is about. */
  public static final String TARGETING_KEY = "targetingKey";

  public static final String TENANT = "tenant";
  public static final String TIER = "tier";
  public static final String USER = "user";

  private final String targetingKey;
  private final Object tenant;
  private final Object tier;
  private final Object user;
  private final Map<String, Object> attributes;

  /**
   * Of a context.
   *
   * @param attributes Strings, Numbers, Booleans and Lists of these; others are as if not there
   */
  public FlagContext(
      String targetingKey, String tenant, String tier, Map<String, Object> attributes) {
    this.targetingKey = targetingKey;
    this.attributes = attributes;
    this.tenant = attributes.getOrDefault(TENANT, tenant);
    this.tier = attributes.getOrDefault(TIER, tier);
    this.user = attributes.getOrDefault(USER, targetingKey);
  }

  public String targetingKey() {
    return targetingKey;
  }

  /** Null when there is none. */
  Object get(Attribute attribute) {
    return switch (attribute.kind()) {
      case TARGETING_KEY -> targetingKey;
      case TENANT -> tenant;
      case TIER -> tier;
      case USER -> user;
      case OTHER -> attributes.get(attribute.name());
    };
  }

  /** An attribute by name, looked up once. */
  record Attribute(Kind kind, String name) {
    enum Kind {
      TARGETING_KEY,
      TENANT,
      TIER,
      USER,
      OTHER
    }

    static Attribute named(String name) {
      Kind kind =
          switch (name) {
            case FlagContext.TARGETING_KEY -> Kind.TARGETING_KEY;
            case FlagContext.TENANT -> Kind.TENANT;
            case FlagContext.TIER -> Kind.TIER;
            case FlagContext.USER -> Kind.USER;
            default -> Kind.OTHER;
          };
      return new Attribute(kind, name);
    }
  }
}
