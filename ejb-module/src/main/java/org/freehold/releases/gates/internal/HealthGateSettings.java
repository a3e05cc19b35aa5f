package org.freehold.releases.gates.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.platform.outbound.AllowedNetworks;
import org.freehold.releases.gates.HealthCount;

/** How an environment is asked whether it is well, and where it may be. */
@ApplicationScoped
public class HealthGateSettings {
  @Inject
  @ConfigProperty(name = "freehold.releases.health-good")
  int good;

  @Inject
  @ConfigProperty(name = "freehold.releases.health-bad")
  int bad;

  @Inject
  @ConfigProperty(name = "freehold.releases.health-attempts")
  int attempts;

  @Inject
  @ConfigProperty(name = "freehold.releases.health-interval-milliseconds")
  long intervalMilliseconds;

  @Inject
  @ConfigProperty(name = "freehold.releases.health-timeout-seconds")
  int timeoutSeconds;

  @Inject
  @ConfigProperty(name = "freehold.releases.health-allow-http")
  boolean allowHttp;

  @Inject
  @ConfigProperty(name = "freehold.releases.health-allowed-networks")
  String allowedNetworks;

  HealthCount count() {
    return new HealthCount(good, bad, attempts);
  }

  Duration interval() {
    return Duration.ofMillis(intervalMilliseconds);
  }

  int timeoutSeconds() {
    return timeoutSeconds;
  }

  boolean allowHttp() {
    return allowHttp;
  }

  AddressGuard guard() {
    return AllowedNetworks.guard(allowedNetworks);
  }
}
