package org.freehold.benchmarks.flags;

import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import java.util.Optional;

/** The same rules in Unleash's client, told at its start; it asks no server. */
final class UnleashPeer implements AutoCloseable {
  private static final String FLAGS =
      """
      {"version":2,"features":[
        {"name":"%s","enabled":true,"strategies":[{"name":"default"}]},
        {"name":"%s","enabled":true,"strategies":[
          {"name":"userWithId","parameters":{"userIds":"%s"}},
          {"name":"default","constraints":[
            {"contextName":"%s","operator":"IN","values":["%s"]}]}]}]}"""
          .formatted(
              SameRules.PLAIN,
              SameRules.RULES,
              String.join(",", SameRules.TESTERS),
              SameRules.PLAN,
              SameRules.ENTERPRISE);

  private final Unleash client =
      new DefaultUnleash(
          UnleashConfig.builder()
              .appName("benchmark")
              .instanceId("benchmark")
              .unleashAPI("http://localhost:1/api")
              .apiKey("benchmark")
              .toggleBootstrapProvider(() -> Optional.of(FLAGS))
              .disablePolling()
              .disableMetrics()
              .build());

  static UnleashContext context(int number) {
    return UnleashContext.builder()
        .userId(SameRules.user(number))
        .addProperty(SameRules.PLAN, SameRules.plan(number))
        .build();
  }

  boolean isOn(String flag, UnleashContext context) {
    return client.isEnabled(flag, context);
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
