package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.Invalid;

/** Where browsers come back to from a page of Stripe's. */
@ApplicationScoped
public class ReturnAddress {
  private static final String SESSION = "{CHECKOUT_SESSION_ID}";

  @Inject
  @ConfigProperty(name = "freehold.mode")
  private String mode;

  /** {@link Invalid} at the pointer unless it is https, or http outside of production. */
  public void require(String text, String pointer) {
    try {
      URI url = new URI(text.replace(SESSION, "session"));
      boolean secure = "https".equals(url.getScheme());
      boolean plain = "http".equals(url.getScheme()) && !mode.equals("production");
      if (!(secure || plain) || url.getHost() == null || url.getRawUserInfo() != null) {
        throw refused(pointer);
      }
    } catch (URISyntaxException e) {
      throw refused(pointer);
    }
  }

  private static Invalid refused(String pointer) {
    return Invalid.at(pointer, "format", "This must be the address of a page, with https://.");
  }
}
