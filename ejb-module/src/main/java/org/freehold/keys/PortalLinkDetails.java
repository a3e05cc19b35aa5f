package org.freehold.keys;

import java.time.Instant;
import org.freehold.platform.UserId;

/**
 * A portal link that is good still.
 *
 * @param createdBy its maker, or the maker of the key that made it: it never may do more than they
 * @param opened how many sessions were opened with it
 */
public record PortalLinkDetails(
    PortalLinkId id,
    PortalAccess access,
    UserId createdBy,
    Instant createdAt,
    Instant expiresAt,
    int opened) {}
