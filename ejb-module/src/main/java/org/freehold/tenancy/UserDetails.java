package org.freehold.tenancy;

import java.time.Instant;
import org.freehold.platform.Personal;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/** A user of a tenant as the API tells it; the last sign-in is the last one into this tenant. */
public record UserDetails(
    UserId id,
    @Personal String email,
    @Personal String name,
    String role,
    String department,
    boolean isActive,
    Instant lastLoginAt,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
