package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Which tenants can be read, as this node knew it a few seconds ago: streams ask all the time. */
@ApplicationScoped
public class OpenTenants {
  private static final Duration BELIEVED = Duration.ofSeconds(5);
  private static final int MOST = 1000;

  @Inject TenantDirectory directory;
  @Inject Clock clock;
  private final Map<TenantId, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(boolean readable, Instant until) {}

  public boolean has(TenantId tenant) {
    Instant now = clock.instant();
    Seen known = seen.get(tenant);
    if (known != null && now.isBefore(known.until())) {
      return known.readable();
    }
    if (seen.size() >= MOST) {
      seen.values().removeIf(one -> !now.isBefore(one.until()));
    }
    boolean readable = directory.byId(tenant).filter(TenantRef::readable).isPresent();
    seen.put(tenant, new Seen(readable, now.plus(BELIEVED)));
    return readable;
  }
}
