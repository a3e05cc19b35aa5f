package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.freehold.platform.Invalid;
import org.freehold.platform.outbound.GuardedResolver;

/** Checks the URL of an endpoint when it is registered; every attempt checks the address again. */
@ApplicationScoped
public class EndpointUrl {
  private static final int LAST_PORT = 65_535;

  @Inject private WebhookSettings settings;

  /**
   * {@link Invalid} at {@code /url} when it may not be called; otherwise whether its receiver must
   * consent before it is.
   */
  public boolean check(String text) {
    URI url = wellFormed(text);
    boolean https = "https".equals(url.getScheme());
    if (!https && !("http".equals(url.getScheme()) && settings.allowHttp())) {
      throw refused("scheme", "The URL must begin with https://.");
    }
    try {
      return settings.demandsConsent(new GuardedResolver(settings.guard()).resolve(url.getHost()));
    } catch (GuardedResolver.Forbidden e) {
      throw refused("forbidden_address", "The host lies in a network that may not be called.");
    } catch (UnknownHostException e) {
      throw refused("unknown_host", "The name of the host leads to no address.");
    }
  }

  /** What the client takes as it is; {@link Invalid} with what is wrong otherwise. */
  static URI wellFormed(String text) {
    URI url = parsed(text);
    String authority = url.getRawAuthority();
    if (authority == null) {
      throw refused("format", "A URL is https:// with a host, and a path if there is one.");
    }
    if (authority.contains("@")) {
      throw refused("user", "A URL takes no user and no password: use headers.");
    }
    if (url.getRawFragment() != null) {
      throw refused("fragment", "What begins with # is never sent: leave it out.");
    }
    if (text.chars().anyMatch(c -> c > '~')) {
      throw refused("format", "Write what is not ASCII as %XX, and such a host as xn--.");
    }
    // What follows a % names a network of this very machine.
    if (url.getHost() == null || authority.contains("%")) {
      throw refused("format", "This is no host, or no port.");
    }
    if (url.getPort() == 0 || url.getPort() > LAST_PORT) {
      throw refused("port", "A port is 1 to " + LAST_PORT + ".");
    }
    return url;
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused("format", "This is no URL.");
    }
  }

  private static Invalid refused(String code, String detail) {
    return Invalid.at("/url", code, detail);
  }
}
