package org.freehold.forwarding.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.platform.outbound.AllowedNetworks;

/** Whom trails may be forwarded to, and how patiently. */
@ApplicationScoped
public class ForwardingSettings {
  @Inject
  @ConfigProperty(name = "freehold.forwarding.allow-http")
  boolean allowHttp;

  @Inject
  @ConfigProperty(name = "freehold.forwarding.allowed-networks")
  String allowedNetworks;

  @Inject
  @ConfigProperty(name = "freehold.forwarding.timeout-seconds")
  int timeoutSeconds;

  @Inject
  @ConfigProperty(name = "freehold.forwarding.retry-seconds")
  int retrySeconds;

  @Inject
  @ConfigProperty(name = "freehold.forwarding.pause-after-hours")
  int pauseAfterHours;

  @Inject
  @ConfigProperty(name = "freehold.forwarding.enterprise-number")
  int enterpriseNumber;

  @Inject
  @ConfigProperty(name = "freehold.public-url")
  String publicUrl;

  /** Refuses what cannot be meant when the server starts. */
  @PostConstruct
  void check() {
    if (timeoutSeconds < 1 || retrySeconds < 1 || pauseAfterHours < 1) {
      throw new IllegalStateException(
          "The timeout-seconds, retry-seconds and pause-after-hours of freehold.forwarding are 1 or more.");
    }
    guard();
  }

  boolean allowHttp() {
    return allowHttp;
  }

  AddressGuard guard() {
    return AllowedNetworks.guard(allowedNetworks);
  }

  /** Whether these may be sent a trail that anybody on the way can read. */
  boolean allowsClear(InetAddress... addresses) {
    return allowHttp
        || Arrays.stream(addresses)
            .map(InetAddress::getAddress)
            .allMatch(
                one ->
                    AllowedNetworks.ranges(allowedNetworks).stream()
                        .anyMatch(range -> range.contains(one)));
  }

  Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }

  /** Of all that sending one batch may take. */
  public Duration deadline() {
    return timeout().multipliedBy(3);
  }

  /** After the first failure; it doubles, up to an hour. */
  Duration retry() {
    return Duration.ofSeconds(retrySeconds);
  }

  public Duration pauseAfter() {
    return Duration.ofHours(pauseAfterHours);
  }

  /** Of whoever runs this; 32473 is the one for examples (RFC 5612). */
  int enterpriseNumber() {
    return enterpriseNumber;
  }

  /** The name of this installation in syslog. */
  String host() {
    String host = URI.create(publicUrl).getHost();
    return host == null ? "freehold" : host;
  }
}
