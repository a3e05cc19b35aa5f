package org.freehold.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.freehold.platform.Personal;
import org.freehold.platform.Secret;
import org.freehold.platform.Text;

/**
 * Asks for a new tenant. With {@code trialEndsAt} it starts as a trial, else as pending.
 *
 * @param ownerPassword the first password of the owner, when the person is new; 12 to 128
 *     characters
 */
public record CreateTenant(
    @NotBlank @Size(max = Text.NAME) String name,
    @NotNull @Pattern(regexp = Text.SLUG) String slug,
    TenantTier tier,
    @NotNull @Email @Size(max = Text.EMAIL) @Personal String ownerEmail,
    @Size(min = 12, max = 128) @Secret String ownerPassword,
    @Pattern(regexp = Text.SLUG) String parentSlug,
    Instant trialEndsAt,
    @Valid TenantSettings settings) {
  public CreateTenant {
    tier = tier == null ? TenantTier.FREE : tier;
    settings = settings == null ? TenantSettings.NONE : settings;
  }
}
