package org.freehold.releases.gates.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.freehold.releases.gates.GateOutcome;
import org.freehold.releases.gates.HealthCount;
import org.freehold.releases.gates.HealthFindings;

/**
 * Asks an environment several times whether it is well. What cannot be told counts as not well,
 * under a code of its own: a release stays where somebody could see that it works. Never called
 * inside a transaction.
 */
@ApplicationScoped
public class HealthGate {
  @Inject private HealthClient client;
  @Inject private HealthGateSettings settings;

  /** {@code healthUrl} null: nobody is asked, and the gate lets through. */
  public HealthFindings ask(String healthUrl) throws InterruptedException {
    if (healthUrl == null) {
      return new HealthFindings(
          GateOutcome.WAIVED, null, "The environment has no health URL.", Map.of());
    }
    HealthCount count = settings.count();
    List<Map<String, Object>> answers = new ArrayList<>();
    HealthCount.State state = HealthCount.State.OPEN;
    while (state == HealthCount.State.OPEN) {
      if (count.asked() > 0) {
        TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
      }
      HealthAnswer answer = client.ask(healthUrl);
      answers.add(answer.told());
      if (answer.isForbidden()) {
        return findings(healthUrl, HealthCount.State.INCONCLUSIVE, answers);
      }
      state = count.add(answer.isWell());
    }
    return findings(healthUrl, state, answers);
  }

  private static HealthFindings findings(
      String url, HealthCount.State state, List<Map<String, Object>> answers) {
    Map<String, Object> evidence = Map.of("url", url, "answers", answers);
    return switch (state) {
      case HEALTHY ->
          new HealthFindings(GateOutcome.PASSED, null, "The environment is well.", evidence);
      case UNHEALTHY ->
          new HealthFindings(
              GateOutcome.FAILED,
              "unhealthy",
              "The environment is not well: " + last(answers) + ".",
              evidence);
      case INCONCLUSIVE, OPEN ->
          new HealthFindings(
              GateOutcome.FAILED,
              "health_inconclusive",
              "It could not be told whether the environment is well: " + last(answers) + ".",
              evidence);
    };
  }

  private static String last(List<Map<String, Object>> answers) {
    Map<String, Object> answer = answers.get(answers.size() - 1);
    return answer.containsKey("status")
        ? "it answered " + answer.get("status")
        : "asking ended with " + answer.get("error");
  }
}
