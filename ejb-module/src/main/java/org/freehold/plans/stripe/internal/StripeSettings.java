package org.freehold.plans.stripe.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.Conflict;

/** The account of Stripe that collects, if there is one. */
@ApplicationScoped
public class StripeSettings {
  private static final String NONE = "none";

  @Inject
  @ConfigProperty(name = "freehold.stripe.secret-key")
  String secretKey;

  @Inject
  @ConfigProperty(name = "freehold.stripe.webhook-secrets")
  String webhookSecrets;

  @Inject
  @ConfigProperty(name = "freehold.stripe.base-url")
  String baseUrl;

  @Inject
  @ConfigProperty(name = "freehold.stripe.timeout-seconds")
  int timeoutSeconds;

  @Inject
  @ConfigProperty(name = "freehold.mode")
  String mode;

  @PostConstruct
  void check() {
    if (mode.equals("production") && !baseUrl.startsWith("https://")) {
      throw new IllegalStateException("freehold.stripe.base-url must begin with https://");
    }
  }

  public boolean isConfigured() {
    return !secretKey.equals(NONE);
  }

  /** {@link Conflict} when nobody collects. */
  public void require() {
    if (!isConfigured()) {
      throw new Conflict(
          "payment_not_configured",
          "Nobody collects payments for this installation.",
          "The operator sets FREEHOLD_STRIPE_SECRET_KEY, and prices for plans.");
    }
  }

  String secretKey() {
    return secretKey;
  }

  /** Several while one is rolled; none: no event is taken. */
  public List<String> webhookSecrets() {
    return webhookSecrets.equals(NONE)
        ? List.of()
        : Arrays.stream(webhookSecrets.split(","))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .toList();
  }

  /** Without a slash at its end. */
  String baseUrl() {
    return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
  }

  /** That an answer may take, all of it. */
  int timeoutSeconds() {
    return timeoutSeconds;
  }
}
