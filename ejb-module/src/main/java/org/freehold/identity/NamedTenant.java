package org.freehold.identity;

/**
 * The tenant that a request names, before anybody looked whether there is one.
 *
 * @param slug of header, path or host, which agree; null when none of them names a tenant
 * @param domain a host name that may be a tenant's own domain, else null
 */
public record NamedTenant(String slug, String domain) {
  /**
   * {@link TenantConflict} when the request named another than the one that it turned out to be.
   */
  public void requireSame(String otherSlug) {
    agreed(slug, otherSlug);
  }

  /** The one that is not null; {@link TenantConflict} when they differ. */
  static String agreed(String one, String other) {
    if (one != null && other != null && !one.equals(other)) {
      throw new TenantConflict();
    }
    return one != null ? one : other;
  }
}
