package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.engine.delivery.Turns.Share;
import org.freehold.platform.TenantId;

/** The queue of webhooks as the server claims from it, when a test wants it done. */
@ApplicationScoped
public class DueProbe {
  /** A row that was claimed. */
  public record Taken(UUID tenant, UUID subject, long fence) {}

  private static final Duration LEASE = Duration.ofMinutes(1);

  @Inject private DueClaims claims;
  @Inject private EndpointRates rates;

  /** Messages of so many tenants from the lowest on. */
  public List<Taken> messages(int tenants, int ofTenant) {
    return taken(claims.messages(new UUID(0, 0), tenants, ofTenant, LEASE, Instant.now()));
  }

  /** Deliveries to one endpoint. */
  public List<Taken> deliveries(UUID tenant, UUID endpoint, int most) {
    return taken(
        claims.deliveries(
            Lane.NORMAL, List.of(new Share(tenant, endpoint, most)), LEASE, Instant.now()));
  }

  /** Calls to an endpoint that may begin now, of so many that could. */
  public int granted(UUID tenant, UUID endpoint, int perMinute, int count) {
    return rates
        .take(new TenantId(tenant), Map.of(endpoint, new EndpointRates.Wish(perMinute, count)))
        .get(endpoint)
        .count();
  }

  /** Holds the row as whoever had it with that fence. */
  public void hold(Taken row, long fence) {
    claims.hold(List.of(claimed(row, fence)), Duration.ofHours(2));
  }

  /** Gives the row back as whoever had it with that fence. */
  public void giveBack(Taken row, long fence) {
    claims.giveBack(
        List.of(new DueClaims.Back(claimed(row, fence), Instant.now().plusSeconds(3600), true)));
  }

  private static Claimed claimed(Taken row, long fence) {
    return new Claimed(
        new TenantId(row.tenant()), null, row.subject(), Lane.NORMAL, fence, Instant.EPOCH, 0, 0);
  }

  private static List<Taken> taken(List<Claimed> rows) {
    return rows.stream()
        .map(row -> new Taken(row.tenant().value(), row.subject(), row.fence()))
        .toList();
  }
}
