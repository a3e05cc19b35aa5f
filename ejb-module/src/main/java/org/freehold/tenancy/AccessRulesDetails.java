package org.freehold.tenancy;

import org.freehold.platform.Versioned;

/**
 * Whom a tenant lets in, as the API tells it.
 *
 * @param version the tenant's own: whoever changes the tenant changes it
 */
public record AccessRulesDetails(IpAllowList ipAllowList, EmailDomains emailDomains, long version)
    implements Versioned {}
