package org.freehold.benchmarks.flags;

import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.LDValue;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.TestData;
import java.io.IOException;

/** The same rules in LaunchDarkly's client for servers, from its source of data for tests. */
final class LaunchDarklyPeer implements AutoCloseable {
  private final LDClient client;

  LaunchDarklyPeer() {
    TestData data = TestData.dataSource();
    data.update(data.flag(SameRules.PLAIN).booleanFlag().variationForAll(true));
    TestData.FlagBuilder rules =
        data.flag(SameRules.RULES).booleanFlag().on(true).fallthroughVariation(false);
    for (String tester : SameRules.TESTERS) {
      rules.variationForUser(tester, true);
    }
    data.update(rules.ifMatch(SameRules.PLAN, LDValue.of(SameRules.ENTERPRISE)).thenReturn(true));
    client =
        new LDClient(
            "benchmark",
            new LDConfig.Builder().dataSource(data).events(Components.noEvents()).build());
  }

  static LDContext context(int number) {
    return LDContext.builder(SameRules.user(number))
        .set(SameRules.PLAN, SameRules.plan(number))
        .build();
  }

  boolean isOn(String flag, LDContext context) {
    return client.boolVariation(flag, context, false);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
