package org.freehold.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.Text;

/**
 * What a host name says of a tenant: {@code {slug}.base} names one, any other name may be a
 * tenant's own domain.
 */
@ApplicationScoped
public class HostNames {
  private static final Pattern SLUG = Pattern.compile(Text.SLUG);
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*");

  /**
   * @param slug of a host below the base domain, else null
   * @param domain a name that may be a custom domain, else null
   */
  public record Named(String slug, String domain) {}

  @Inject
  @ConfigProperty(name = "freehold.tenancy.base-domain")
  String baseDomain;

  public Named tenantOf(String host) {
    String name = host == null ? "" : withoutRoot(host.toLowerCase(Locale.ROOT));
    String suffix = "." + baseDomain;
    if (name.isEmpty() || name.equals(baseDomain) || ADDRESS.matcher(name).matches()) {
      return new Named(null, null);
    }
    if (!name.endsWith(suffix)) {
      return new Named(null, name);
    }
    String slug = name.substring(0, name.length() - suffix.length());
    return new Named(SLUG.matcher(slug).matches() ? slug : null, null);
  }

  /** A whole name may end with the dot of the root (RFC 1034 §3.1). */
  private static String withoutRoot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
