package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.freehold.identity.TenantHints;

/** What a request says of its tenant, for calls of those who are nobody yet. */
public final class AskedTenant {
  private AskedTenant() {}

  public static TenantHints of(HttpServletRequest request) {
    return new RequestFacts(request).hints();
  }
}
