package org.freehold.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.SecretSetting;

/** Settings of identity; each key also by environment variable, as {@code FREEHOLD_MASTER_KEY}. */
@ApplicationScoped
public class IdentitySettings {
  @Inject
  @ConfigProperty(name = "freehold.public-url")
  String publicUrl;

  @Inject
  @ConfigProperty(name = "freehold.master-key")
  Optional<String> masterKey;

  @Inject
  @ConfigProperty(name = "freehold.master-key-file")
  Optional<String> masterKeyFile;

  @Inject
  @ConfigProperty(name = "freehold.identity.access-token-seconds")
  long accessTokenSeconds;

  @Inject
  @ConfigProperty(name = "freehold.identity.session-days")
  long sessionDays;

  @Inject
  @ConfigProperty(name = "freehold.identity.signing-key-days")
  long signingKeyDays;

  @Inject
  @ConfigProperty(name = "freehold.identity.failures-before-lock")
  int failuresBeforeLock;

  @Inject
  @ConfigProperty(name = "freehold.identity.lock-seconds")
  long lockSeconds;

  @Inject
  @ConfigProperty(name = "freehold.admin-email")
  Optional<String> adminEmail;

  @Inject
  @ConfigProperty(name = "freehold.admin-password")
  Optional<String> adminPassword;

  /** The issuer of tokens and the base of links; without a slash at the end. */
  public String publicUrl() {
    return publicUrl;
  }

  public Optional<String> masterKey() {
    return SecretSetting.of(masterKey, masterKeyFile);
  }

  public Duration accessTokenLife() {
    return Duration.ofSeconds(accessTokenSeconds);
  }

  public Duration sessionLife() {
    return Duration.ofDays(sessionDays);
  }

  public Duration signingKeyLife() {
    return Duration.ofDays(signingKeyDays);
  }

  public int failuresBeforeLock() {
    return failuresBeforeLock;
  }

  public Duration lockTime() {
    return Duration.ofSeconds(lockSeconds);
  }

  public Optional<String> adminEmail() {
    return adminEmail;
  }

  public Optional<String> adminPassword() {
    return adminPassword;
  }
}
