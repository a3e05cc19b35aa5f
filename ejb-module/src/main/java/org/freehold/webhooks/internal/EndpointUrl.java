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
  @Inject private WebhookSettings settings;

  /** {@link Invalid} at {@code /url} when it may not be called. */
  public void check(String text) {
    URI url = parsed(text);
    boolean https = "https".equals(url.getScheme());
    if (!https && !("http".equals(url.getScheme()) && settings.allowHttp())) {
      throw refused("scheme", "The URL must begin with https://.");
    }
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw refused("format", "The URL needs a host, and takes no user and no fragment.");
    }
    try {
      new GuardedResolver(settings.guard()).resolve(url.getHost());
    } catch (GuardedResolver.Forbidden e) {
      throw refused("forbidden_address", "The host lies in a network that may not be called.");
    } catch (UnknownHostException e) {
      throw refused("unknown_host", "The name of the host leads to no address.");
    }
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
