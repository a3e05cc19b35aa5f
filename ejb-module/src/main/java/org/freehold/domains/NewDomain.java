package org.freehold.domains;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;

/**
 * Claims a domain for a tenant.
 *
 * @param domain in any alphabet; kept in lower case and as A-labels (RFC 5890)
 * @param tenantSlug whose it is; an operator of the platform must say, others can only mean their
 *     own tenant
 */
public record NewDomain(
    @NotBlank @Size(max = 255) String domain, @Pattern(regexp = Text.SLUG) String tenantSlug) {}
