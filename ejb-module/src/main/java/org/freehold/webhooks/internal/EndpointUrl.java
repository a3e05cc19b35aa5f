package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.outbound.GuardedResolver;

/**
 * Checks the URL of an endpoint when it is registered, which is a courtesy: every attempt checks
 * the address again.
 */
@ApplicationScoped
public class EndpointUrl {
  private static final int LAST_PORT = 65_535;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(5);

  @Inject private WebhookSettings settings;
  @Resource private ManagedExecutorService threads;
  private BoundedLookups names;

  @PostConstruct
  void begin() {
    names = new BoundedLookups(new GuardedResolver(settings.guard()), threads, LONGEST_LOOKUP);
  }

  /** {@link Invalid} at {@code /url} when it may not be called wherever its name leads. */
  public URI requireForm(String text) {
    URI url = wellFormed(text);
    boolean https = "https".equals(url.getScheme());
    if (!https && !("http".equals(url.getScheme()) && settings.allowHttp())) {
      throw refused("scheme", "The URL must begin with https://.");
    }
    return url;
  }

  /**
   * {@link Invalid} at {@code /url} when it may not be called; otherwise whether its receiver must
   * consent before it is. Takes five seconds at the most.
   */
  public boolean check(String text) {
    URI url = requireForm(text);
    try {
      return settings.demandsConsent(names.of(CurrentCall.tenantId(), url.getHost()));
    } catch (BoundedLookups.NotTold e) {
      throw refused("unknown_host", e.getMessage());
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

  /** Whether both have one scheme, host and port; a port that goes without saying is there. */
  static boolean isSameReceiver(String before, String after) {
    return receiver(before).equals(receiver(after));
  }

  private static String receiver(String text) {
    URI url = wellFormed(text);
    int unsaid = "http".equals(url.getScheme()) ? HTTP : HTTPS;
    int port = url.getPort() < 0 ? unsaid : url.getPort();
    return (url.getScheme() + "://" + url.getHost() + ":" + port).toLowerCase(Locale.ROOT);
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
