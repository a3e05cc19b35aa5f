package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.engine.delivery.RetrySchedule;
import org.freehold.platform.outbound.AllowedNetworks;

/** Whom webhooks may call, how often and how much at once. */
@ApplicationScoped
public class WebhookSettings {
  private static final String EVERYWHERE = "0.0.0.0/0,::/0";
  private static final int SHORTEST_KEPT = 7;

  /** Four beats: a lease outlives two that fail. */
  private static final int SHORTEST_LEASE = 8;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.allow-http")
  boolean allowHttp;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.allowed-networks")
  String allowedNetworks;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.consent")
  String consent;

  @Inject
  @ConfigProperty(name = "freehold.public-url")
  String publicUrl;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.retry-schedule")
  String retrySchedule;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.calls-at-once")
  int callsAtOnce;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.calls-at-once-per-tenant")
  int callsAtOncePerTenant;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.calls-at-once-per-endpoint")
  int callsAtOncePerEndpoint;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.turns")
  boolean turns;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.ledger-seconds")
  int ledgerSeconds;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.breaker-failures")
  int breakerFailures;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.breaker-seconds")
  int breakerSeconds;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.disable-after-hours")
  double disableAfterHours;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.lease-seconds")
  int leaseSeconds;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.keep-days")
  int keepDays;

  private RetrySchedule schedule;
  private List<AddressRange> consenting;
  private UnderWay.Bounds bounds;

  /** Refuses what cannot be meant when the server starts, not with the first delivery. */
  @PostConstruct
  void check() {
    if (keepDays < SHORTEST_KEPT) {
      throw new IllegalStateException(
          "freehold.webhooks.keep-days is " + keepDays + ": it is 7 at the least.");
    }
    if (leaseSeconds < SHORTEST_LEASE) {
      throw new IllegalStateException(
          "freehold.webhooks.lease-seconds is " + leaseSeconds + ": it is 8 at the least.");
    }
    schedule = RetrySchedule.parse(retrySchedule);
    consenting = AllowedNetworks.ranges(consent.equals("all") ? EVERYWHERE : consent);
    bounds = new UnderWay.Bounds(callsAtOnce, callsAtOncePerTenant, callsAtOncePerEndpoint);
  }

  /** The endpoint's own schedule or the product's, with as many retries as the endpoint wants. */
  RetrySchedule schedule(EndpointCalls calls) {
    List<Integer> own = calls.retryScheduleSeconds();
    RetrySchedule pauses = own == null ? schedule : RetrySchedule.ofSeconds(own);
    return pauses.withRetries(calls.maxRetries());
  }

  /** Whether tenants and their endpoints take turns; else who came first is first. */
  boolean turns() {
    return turns;
  }

  /** Failures in a row to reach a receiver, after which it is left alone for a while. */
  int breakerFailures() {
    return breakerFailures;
  }

  /** The first time; it doubles while the receiver cannot be reached. */
  Duration breakerPause() {
    return Duration.ofSeconds(breakerSeconds);
  }

  /** How long a node may be silent before another makes the deliveries that it is at. */
  Duration lease() {
    return Duration.ofSeconds(leaseSeconds);
  }

  /** How long messages and what became of them are kept at the least; a month more at the most. */
  public int keepDays() {
    return keepDays;
  }

  /** With only failures for so long, an endpoint is not called any more. */
  Duration disableAfter() {
    return Duration.ofSeconds(Math.round(disableAfterHours * 3600));
  }

  UnderWay.Bounds bounds() {
    return bounds;
  }

  /** Between two checks of the ledger of a tenant whose webhooks are busy. */
  Duration ledgerCheck() {
    return Duration.ofSeconds(ledgerSeconds);
  }

  public boolean allowHttp() {
    return allowHttp;
  }

  public AddressGuard guard() {
    return AllowedNetworks.guard(allowedNetworks);
  }

  /** Whether a receiver at one of the addresses must say that it wants to be called. */
  boolean demandsConsent(InetAddress... addresses) {
    return Arrays.stream(addresses)
        .map(InetAddress::getAddress)
        .anyMatch(one -> consenting.stream().anyMatch(range -> range.contains(one)));
  }

  /** A DNS name for all nodes of this installation, as receivers are told it. */
  String origin() {
    return URI.create(publicUrl).getHost();
  }
}
