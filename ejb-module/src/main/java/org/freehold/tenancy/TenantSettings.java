package org.freehold.tenancy;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What a tenant decides for itself, but for its quotas and entitlements. Whom it lets in is {@link
 * AccessRulesFields}.
 *
 * @param branding names and colours for the tenant's pages
 * @param quotas what the operator agreed with this tenant alone, by meter as {@code projects}: it
 *     beats what the plan gives; 0 is no limit
 * @param entitlements the same for what is not counted, as {@code sso}
 */
public record TenantSettings(
    Boolean ssoRequired,
    Boolean mfaRequired,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull @Size(max = 500) String> branding,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull @PositiveOrZero Long> quotas,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull JsonValue> entitlements) {
  public static final TenantSettings NONE = new TenantSettings(null, null, null, null, null);

  public TenantSettings {
    ssoRequired = ssoRequired != null && ssoRequired;
    mfaRequired = mfaRequired != null && mfaRequired;
    branding = branding == null ? Map.of() : branding;
    quotas = quotas == null ? Map.of() : quotas;
    entitlements = entitlements == null ? Map.of() : entitlements;
  }
}
