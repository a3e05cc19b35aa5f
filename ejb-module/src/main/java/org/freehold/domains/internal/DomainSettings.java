package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom to ask about domains, how often, and which names are the platform's own. */
@ApplicationScoped
public class DomainSettings {
  private static final String SYSTEM = "system";
  private static final int DNS_PORT = 53;

  @Inject
  @ConfigProperty(name = "freehold.dns.resolvers")
  String resolvers;

  @Inject
  @ConfigProperty(name = "freehold.dns.timeout-seconds")
  int timeoutSeconds;

  @Inject
  @ConfigProperty(name = "freehold.domains.check-hours")
  int checkHours;

  @Inject
  @ConfigProperty(name = "freehold.domains.grace-days")
  int graceDays;

  @Inject
  @ConfigProperty(name = "freehold.tenancy.base-domain")
  String baseDomain;

  @Inject
  @ConfigProperty(name = "freehold.public-url")
  String publicUrl;

  /** Empty: those of the system. */
  List<InetSocketAddress> resolvers() {
    return resolvers.equals(SYSTEM)
        ? List.of()
        : Arrays.stream(resolvers.split(",")).map(DomainSettings::address).toList();
  }

  /** {@code host}, {@code host:port} or {@code [address]:port}. */
  private static InetSocketAddress address(String resolver) {
    URI parsed = URI.create("dns://" + resolver.strip());
    if (parsed.getHost() == null) {
      throw new IllegalStateException(
          "freehold.dns.resolvers has " + resolver + ", which is no host:port");
    }
    return new InetSocketAddress(
        parsed.getHost(), parsed.getPort() == -1 ? DNS_PORT : parsed.getPort());
  }

  Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }

  /** Between two looks at a verified domain. */
  public Duration check() {
    return Duration.ofHours(checkHours);
  }

  /** How long the record of a verified domain may be missing. */
  public Duration grace() {
    return Duration.ofDays(graceDays);
  }

  /** The names that lead to this installation, each with all below it. */
  List<String> ownNames() {
    String host = URI.create(publicUrl).getHost();
    return host == null ? List.of(baseDomain) : List.of(baseDomain, host);
  }
}
