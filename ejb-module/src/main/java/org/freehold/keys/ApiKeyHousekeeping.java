package org.freehold.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.keys.internal.ApiKeyRepository;
import org.freehold.keys.internal.KeySettings;
import org.freehold.keys.internal.PortalKeys;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/**
 * Forgets keys of a tenant that were revoked long ago, counts of use that are as old, and portal
 * links whose time is over.
 */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class ApiKeyHousekeeping {
  @Inject private ApiKeyRepository keys;
  @Inject private PortalKeys portals;
  @Inject private KeySettings settings;
  @Inject private Clock clock;

  /** Answers how many rows. */
  @SystemCall
  public int forgetOld() {
    portals.forgetEnded(CurrentCall.tenantId(), clock.instant());
    return keys.forget(CurrentCall.tenantId(), clock.instant().minus(settings.kept()));
  }
}
