package org.freehold.benchmarks.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freehold.engine.flags.FlagSet;
import org.junit.jupiter.api.Test;

/** What is measured beside each other answers alike. */
class SameRulesTest {
  @Test
  void allThreeAnswerAlike() throws Exception {
    FlagSet ours = SameRules.ours();
    int on = 0;
    try (LaunchDarklyPeer launchDarkly = new LaunchDarklyPeer();
        UnleashPeer unleash = new UnleashPeer()) {
      for (String flag : List.of(SameRules.PLAIN, SameRules.RULES, "nothing")) {
        for (int user = 0; user < FlagBenchmark.USERS; user++) {
          boolean told = ours.isOn(flag, SameRules.oursFor(user), 0, false);
          assertThat(launchDarkly.isOn(flag, LaunchDarklyPeer.context(user)))
              .as("LaunchDarkly: %s for %d", flag, user)
              .isEqualTo(told);
          assertThat(unleash.isOn(flag, UnleashPeer.context(user)))
              .as("Unleash: %s for %d", flag, user)
              .isEqualTo(told);
          on += told ? 1 : 0;
        }
      }
    }
    int enterprise = FlagBenchmark.USERS / 4;
    assertThat(on).isEqualTo(FlagBenchmark.USERS + enterprise + SameRules.TESTERS.size());
  }
}
