package org.freehold.keys.internal;

import java.time.Instant;
import org.freehold.keys.ApiKeyId;
import org.freehold.platform.Actor;
import org.freehold.platform.TenantRef;

/**
 * What a request with a key needs to know of it.
 *
 * @param requestsPerHour null: the installation's own limit
 * @param validUntil null: until it is revoked
 */
record KnownKey(
    ApiKeyId id,
    Actor actor,
    TenantRef tenant,
    AllowedAddresses addresses,
    Integer requestsPerHour,
    Instant validUntil) {}
