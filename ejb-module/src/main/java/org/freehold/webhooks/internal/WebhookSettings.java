package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;

/** Whom webhooks may call. */
@ApplicationScoped
public class WebhookSettings {
  private static final String NONE = "none";

  @Inject
  @ConfigProperty(name = "freehold.webhooks.allow-http")
  boolean allowHttp;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.allowed-networks")
  String allowedNetworks;

  public boolean allowHttp() {
    return allowHttp;
  }

  public AddressGuard guard() {
    List<AddressRange> ranges =
        allowedNetworks.equals(NONE)
            ? List.of()
            : Arrays.stream(allowedNetworks.split(",")).map(AddressRange::parse).toList();
    return new AddressGuard(ranges);
  }
}
