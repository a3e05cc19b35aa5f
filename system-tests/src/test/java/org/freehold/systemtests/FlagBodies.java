package org.freehold.systemtests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bodies of feature flags. */
final class FlagBodies {
  private FlagBodies() {}

  /** A boolean flag that is on for nobody; the members replace what is there, in turn. */
  static String flag(String key, Object... members) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "key",
                key,
                "type",
                "boolean",
                "variants",
                Body.json("[{\"name\":\"on\",\"value\":true},{\"name\":\"off\",\"value\":false}]"),
                "off_variant",
                "off",
                "otherwise",
                Body.json("{\"variant\":\"off\"}")));
    all.addAll(List.of(members));
    return Body.of(all.toArray());
  }

  /** Makes it and answers its key. */
  static String made(Api api, String key, Object... members) {
    return api.post("/api/flags", flag(key, members)).is(201).string("key");
  }

  static String segment(Api api, String key, String... included) {
    return api.post("/api/flags/segments", Body.of("key", key, "included", List.of(included)))
        .is(201)
        .string("key");
  }

  /** A change that never comes while a test runs. */
  static String plan() {
    return Body.of(
        "at",
        Instant.now().plus(Duration.ofDays(300)).toString(),
        "patch",
        Body.json("{\"enabled\":false}"));
  }

  static String planned(Api api, String flag) {
    return api.post("/api/flags/" + flag + "/schedule", plan()).is(201).id();
  }

  /** A rule that serves a variant to whom a condition holds for. */
  static String rule(String id, String condition, String variant) {
    return "{\"id\":\"%s\",\"conditions\":[%s],\"serve\":{\"variant\":\"%s\"}}"
        .formatted(id, condition, variant);
  }

  /** A split of all others. */
  static String split(Object... variantsAndPercents) {
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < variantsAndPercents.length; i += 2) {
      shares.add(
          "{\"variant\":\"%s\",\"percent\":%s}"
              .formatted(variantsAndPercents[i], variantsAndPercents[i + 1]));
    }
    return "{\"split\":[" + String.join(",", shares) + "]}";
  }
}
