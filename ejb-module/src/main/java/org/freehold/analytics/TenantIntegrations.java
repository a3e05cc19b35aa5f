package org.freehold.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.freehold.access.Access;
import org.freehold.keys.ApiKeysInFigures;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.webhooks.WebhooksInFigures;

/** What connects a tenant with other systems, in numbers. */
@Stateless
@Guarded
public class TenantIntegrations {
  @Inject private ApiKeysInFigures keys;
  @Inject private WebhooksInFigures webhooks;
  @Inject private Access access;

  @RequiresPermission("integrations:read")
  public Integrations integrations() {
    return new Integrations(
        permitted("api_keys:read", keys::figures), permitted("webhooks:read", webhooks::figures));
  }

  private <T> T permitted(String permission, Supplier<T> figures) {
    return access.holds(permission) ? figures.get() : null;
  }
}
