package org.freehold.tenancy;

import java.time.Instant;
import org.freehold.platform.Personal;
import org.freehold.platform.TenantId;
import org.freehold.platform.Versioned;

/** A tenant as the API tells it. */
public record TenantDetails(
    TenantId id,
    String slug,
    String name,
    TenantStatus status,
    TenantTier tier,
    String plan,
    String parentSlug,
    @Personal String ownerEmail,
    Instant trialEndsAt,
    TenantSettings settings,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
