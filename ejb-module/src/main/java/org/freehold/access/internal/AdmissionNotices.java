package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRules;

/**
 * Which calls that did not fit a rule are worth an entry in the trail: each node tells of a caller
 * at an address once an hour, and of no more than a few addresses of one caller, so that nobody can
 * fill it.
 */
@ApplicationScoped
public class AdmissionNotices {
  static final int MOST_ADDRESSES = 20;
  private static final int MOST_CALLERS = 10_000;

  private record Caller(TenantId tenant, UUID id, TenantRules.Broken broken) {}

  private final Cache<Caller, Set<String>> told =
      Caffeine.newBuilder().maximumSize(MOST_CALLERS).expireAfterWrite(Duration.ofHours(1)).build();

  /** Whether it was not told yet; it counts as told from now on. */
  public boolean isNews(CallContext call, TenantRules.Broken broken) {
    Caller caller = new Caller(call.tenantId(), call.actor().id(), broken);
    Set<String> addresses = told.get(caller, key -> ConcurrentHashMap.newKeySet());
    return addresses.size() < MOST_ADDRESSES && addresses.add(String.valueOf(call.ipAddress()));
  }
}
