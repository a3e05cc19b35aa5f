package org.freehold.platform;

import java.util.Map;

/** Names of environments: some have other words that mean the same. */
public final class EnvironmentName {
  private static final Map<String, String> ALIASES =
      Map.of("development", "dev", "prod", "production");

  private EnvironmentName() {}

  /** Null for null. */
  public static String canonical(String name) {
    return name == null ? null : ALIASES.getOrDefault(name, name);
  }
}
