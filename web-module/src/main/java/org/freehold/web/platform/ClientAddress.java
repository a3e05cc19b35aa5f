package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address that a request comes from: the peer's, or what a trusted proxy says of it. */
@ApplicationScoped
public class ClientAddress {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

  @Inject
  @ConfigProperty(name = "freehold.web.trusted-proxies")
  List<String> trustedProxies;

  /**
   * The last address in X-Forwarded-For that no trusted proxy has: earlier ones anybody could have
   * written.
   */
  public String of(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !isTrusted(peer)) {
      return peer;
    }
    List<String> hops = Arrays.stream(forwarded.split(",")).map(String::strip).toList();
    for (int i = hops.size() - 1; i >= 0; i--) {
      if (!ADDRESS.matcher(hops.get(i)).matches()) {
        return peer;
      }
      if (!isTrusted(hops.get(i))) {
        return hops.get(i);
      }
    }
    return peer;
  }

  private boolean isTrusted(String address) {
    return trustedProxies.contains(address);
  }
}
