package org.freehold.domains;

import java.time.Instant;
import org.freehold.platform.Versioned;

/**
 * A domain of a tenant as the API tells it.
 *
 * @param txtName where the TXT record is to be
 * @param txtValue what is to be in it
 * @param checkedAt when it was last looked for
 * @param missingSince since when the record of a verified domain is not found any more
 */
public record DomainDetails(
    DomainId id,
    String domain,
    String tenantSlug,
    DomainStatus status,
    String txtName,
    String txtValue,
    Instant createdAt,
    Instant verifiedAt,
    Instant checkedAt,
    Instant missingSince,
    long version)
    implements Versioned {}
