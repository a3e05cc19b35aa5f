package org.freehold.releases.gates.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.releases.gates.HealthCount;
import org.freehold.releases.internal.HealthGate;

/**
 * Asks the health URL of an environment several times. What cannot be told counts as not well,
 * under a code of its own: a release stays where somebody could see that it works.
 */
@ApplicationScoped
public class HealthUrlGate implements HealthGate {
  @Inject private HealthClient client;
  @Inject private HealthGateSettings settings;

  @Override
  public Health check(EnvironmentDetails environment, Consumer<String> log)
      throws InterruptedException {
    String url = environment.healthUrl();
    HealthCount count = settings.count();
    List<Map<String, Object>> answers = new ArrayList<>();
    HealthCount.State state = HealthCount.State.OPEN;
    while (state == HealthCount.State.OPEN) {
      if (count.asked() > 0) {
        TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
      }
      HealthAnswer answer = client.ask(url);
      answers.add(answer.told());
      log.accept("Asked how " + environment.name() + " is: " + answer.inWords() + ".");
      state = answer.isForbidden() ? HealthCount.State.INCONCLUSIVE : count.add(answer.isWell());
    }
    return found(url, state, answers, environment.name());
  }

  private static Health found(
      String url, HealthCount.State state, List<Map<String, Object>> answers, String environment) {
    Map<String, Object> evidence = Map.of("url", url, "answers", answers);
    return switch (state) {
      case HEALTHY -> new Health(true, true, null, environment + " is well.", evidence);
      case UNHEALTHY ->
          new Health(true, false, "unhealthy", environment + " is not well.", evidence);
      case INCONCLUSIVE, OPEN ->
          new Health(
              true,
              false,
              "health_inconclusive",
              "It could not be told whether " + environment + " is well.",
              evidence);
    };
  }
}
