package org.freehold.keys;

import java.time.Instant;
import org.freehold.platform.Secret;

/**
 * A portal link that was just made.
 *
 * @param url told this once: what opens the portal stands behind its {@code #}, which no browser
 *     sends to a server; null when the request is repeated with its Idempotency-Key
 */
public record NewPortalLink(
    PortalLinkId id, @Secret String url, PortalAccess access, Instant expiresAt) {}
