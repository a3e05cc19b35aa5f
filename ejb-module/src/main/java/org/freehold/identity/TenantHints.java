package org.freehold.identity;

/**
 * What a request says of its tenant, each null when it says nothing.
 *
 * @param header X-Tenant-Slug
 * @param host the whole host name, without port
 * @param path the slug of /t/{slug}/…
 * @param platformPath the path concerns the platform: an operator need not name it
 */
public record TenantHints(String header, String host, String path, boolean platformPath) {}
