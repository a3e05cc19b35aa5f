package org.freehold.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.freehold.keys.internal.ApiKeyRepository;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/** Counts of the tenant's API keys. */
@Stateless
@Guarded
public class ApiKeysInFigures {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);

  @Inject private ApiKeyRepository keys;
  @Inject private Clock clock;

  @RequiresPermission("api_keys:read")
  public ApiKeyFigures figures() {
    Instant now = clock.instant();
    return keys.figures(CurrentCall.tenantId(), now, now.minus(LOOKED_BACK));
  }
}
