package org.freehold.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.freehold.platform.Text;

/** What of a tenant can be changed; slug, owner and state have ways of their own. */
public record TenantFields(
    @NotBlank @Size(max = Text.NAME) String name,
    @NotNull TenantTier tier,
    Instant trialEndsAt,
    @Valid @NotNull TenantSettings settings) {}
