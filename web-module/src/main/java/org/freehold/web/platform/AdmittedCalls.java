package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.freehold.access.TenantAdmission;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/**
 * Holds every request for a tenant to whether it is open and to its own rules, whatever servlet
 * answers it, but for the few that concern no tenant even when one is named.
 */
@ApplicationScoped
public class AdmittedCalls {
  /** Without a trailing slash; what is below is free as well. */
  public static final List<String> FREE =
      List.of(
          "/.well-known",
          "/api/auth",
          "/api/docs",
          "/api/health",
          "/api/metrics",
          "/api/openapi.json");

  @Inject private TenantAdmission admission;

  /** {@link org.freehold.platform.NotAllowed} when the tenant does not let the call in. */
  void require(CallContext call, String path) {
    if (call.tenant() == null || isOpenToAll(call.tenant()) || isFree(path)) {
      return;
    }
    try (CurrentCall.Scope scope = CurrentCall.open(call)) {
      Objects.requireNonNull(scope);
      admission.require();
    }
  }

  private static boolean isOpenToAll(TenantRef tenant) {
    return !tenant.isPending() && tenant.rules().off();
  }

  /** Whether no rule of a tenant holds for the path. */
  public static boolean isFree(String path) {
    return FREE.stream().anyMatch(free -> path.equals(free) || path.startsWith(free + "/"));
  }
}
