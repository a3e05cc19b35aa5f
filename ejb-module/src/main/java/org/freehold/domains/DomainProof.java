package org.freehold.domains;

/**
 * What proves that a domain is a tenant's: a TXT record of this name with this value.
 *
 * @param txtName a whole DNS name, without the dot at its end
 */
public record DomainProof(String txtName, String txtValue) {}
