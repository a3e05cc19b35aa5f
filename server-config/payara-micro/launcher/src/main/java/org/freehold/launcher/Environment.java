package org.freehold.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environment variables of a start; an empty one counts as missing. */
public record Environment(Map<String, String> values) {

  /** What migrates, and what names other databases: the server must not see any of it. */
  private static final Set<String> FOR_THE_LAUNCHER_ONLY =
      Set.of(
          "FREEHOLD_DATABASE_URL",
          "FREEHOLD_DATABASE_USER",
          "FREEHOLD_DATABASE_PASSWORD",
          "FREEHOLD_DATABASE_PORT",
          "FREEHOLD_DATA",
          "FREEHOLD_CACHE");

  public Environment {
    values = Map.copyOf(values);
  }

  public static Environment ofThisProcess() {
    return new Environment(System.getenv());
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** The same with one more, or another, value. */
  public Environment with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new Environment(more);
  }

  /** What the server may inherit. */
  Map<String, String> forServer() {
    Map<String, String> inherited = new HashMap<>(values);
    inherited.keySet().removeAll(FOR_THE_LAUNCHER_ONLY);
    inherited.keySet().removeIf(name -> name.startsWith("PG"));
    return inherited;
  }

  /** Names only: values may be secrets. */
  @Override
  public String toString() {
    return "Environment" + values.keySet();
  }
}
