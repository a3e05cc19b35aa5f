package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits at the edge of HTTP. */
@ApplicationScoped
public class WebSettings {
  @Inject
  @ConfigProperty(name = "freehold.limits.requests-per-minute")
  long requestsPerMinute;

  @Inject
  @ConfigProperty(name = "freehold.limits.decisions-per-minute")
  long decisionsPerMinute;

  @Inject
  @ConfigProperty(name = "freehold.limits.tenant-requests-per-minute")
  long ofTenant;

  @Inject
  @ConfigProperty(name = "freehold.limits.sign-ins-per-minute")
  long signInsPerMinute;

  @Inject
  @ConfigProperty(name = "freehold.limits.anonymous-per-minute")
  long anonymousPerMinute;

  @Inject
  @ConfigProperty(name = "freehold.limits.body-bytes")
  long bodyBytes;

  @Inject
  @ConfigProperty(name = "freehold.flags.allowed-origins")
  String flagOrigins;

  @Inject
  @ConfigProperty(name = "freehold.webhooks.portal-frame-ancestors")
  String portalFrameAncestors;

  /** Of pages that may show the portal in a frame; separated by commas, {@code none} for none. */
  public String portalFrameAncestors() {
    return portalFrameAncestors;
  }

  /** Of pages that may ask for flags beside our own; separated by commas. */
  public String flagOrigins() {
    return flagOrigins;
  }

  public long decisionsPerMinute() {
    return decisionsPerMinute;
  }

  public long requestsPerMinute() {
    return requestsPerMinute;
  }

  /** Requests a minute for all users and keys of a tenant together. */
  public long ofTenant() {
    return ofTenant;
  }

  public long signInsPerMinute() {
    return signInsPerMinute;
  }

  public long anonymousPerMinute() {
    return anonymousPerMinute;
  }

  public long bodyBytes() {
    return bodyBytes;
  }
}
