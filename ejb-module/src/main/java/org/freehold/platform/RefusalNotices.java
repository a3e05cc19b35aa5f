package org.freehold.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which refusals at the edge are worth an entry in the trail: each node tells of a caller at an
 * address once an hour for each reason, and of no more than a few addresses of one caller, so that
 * nobody can fill it.
 */
@ApplicationScoped
public class RefusalNotices {
  static final int MOST_ADDRESSES = 20;
  private static final int MOST_CALLERS = 10_000;

  private record Caller(TenantId tenant, UUID id, Object reason) {}

  private final Cache<Caller, Set<String>> told =
      Caffeine.newBuilder().maximumSize(MOST_CALLERS).expireAfterWrite(Duration.ofHours(1)).build();

  /** Whether it was not told yet; it counts as told from now on. */
  public boolean isNews(CallContext call, Object reason) {
    return isNews(call.tenantId(), call.actor().id(), reason, call.ipAddress());
  }

  /** The same of somebody who is not signed in; {@code caller} may be null. */
  public boolean isNews(TenantId tenant, UUID caller, Object reason, String address) {
    Set<String> addresses =
        told.get(new Caller(tenant, caller, reason), key -> ConcurrentHashMap.newKeySet());
    return addresses.size() < MOST_ADDRESSES && addresses.add(String.valueOf(address));
  }
}
