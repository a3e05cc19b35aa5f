package org.freehold.keys;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Secret;

/**
 * What a visitor has opened with a portal link.
 *
 * @param token to be sent as {@code Authorization: Bearer}; it opens {@code /api/webhooks} only;
 *     null when the request is repeated with its Idempotency-Key
 * @param tenantSlug whose webhooks they are
 * @param permissions what it may do at this moment
 * @param expiresAt when the link ends
 */
public record PortalSession(
    @Secret String token, String tenantSlug, List<String> permissions, Instant expiresAt) {}
