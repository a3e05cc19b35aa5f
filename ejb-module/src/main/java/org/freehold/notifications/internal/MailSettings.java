package org.freehold.notifications.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.SecretSetting;

/** Which server takes mail, how one speaks to it, and who it is from. */
@ApplicationScoped
public class MailSettings {
  static final String NONE = "none";
  static final String STARTTLS = "starttls";
  static final String TLS = "tls";

  @Inject
  @ConfigProperty(name = "freehold.mail.host")
  String host;

  @Inject
  @ConfigProperty(name = "freehold.mail.port")
  int port;

  @Inject
  @ConfigProperty(name = "freehold.mail.security")
  String security;

  @Inject
  @ConfigProperty(name = "freehold.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "freehold.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = "freehold.mail.password-file")
  Optional<String> passwordFile;

  @Inject
  @ConfigProperty(name = "freehold.mail.from")
  String from;

  @Inject
  @ConfigProperty(name = "freehold.mail.timeout-seconds")
  int timeoutSeconds;

  @Inject
  @ConfigProperty(name = "freehold.mail.retry-seconds")
  int retrySeconds;

  @Inject
  @ConfigProperty(name = "freehold.mail.give-up-hours")
  int giveUpHours;

  @Inject
  @ConfigProperty(name = "freehold.public-url")
  String publicUrl;

  /** Refuses what cannot be meant when the server starts, not with the first mail. */
  @PostConstruct
  void check() {
    if (!Set.of(NONE, STARTTLS, TLS).contains(security)) {
      throw new IllegalStateException(
          "freehold.mail.security is " + security + ": it is starttls, tls or none.");
    }
    if (timeoutSeconds < 1 || retrySeconds < 1 || giveUpHours < 1) {
      throw new IllegalStateException(
          "The timeout-seconds, retry-seconds and give-up-hours of freehold.mail are 1 or more.");
    }
    from();
  }

  public boolean isConfigured() {
    return !host.equals(NONE);
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String security() {
    return security;
  }

  InternetAddress from() {
    try {
      InternetAddress[] one = InternetAddress.parse(from);
      if (one.length != 1) {
        throw new IllegalStateException("freehold.mail.from is one address, with a name or not.");
      }
      return one[0];
    } catch (AddressException e) {
      throw new IllegalStateException("freehold.mail.from is no address", e);
    }
  }

  /** Null without one who signs in. */
  String user() {
    return user.orElse(null);
  }

  String password() {
    return SecretSetting.of(password, passwordFile).orElse(null);
  }

  Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }

  /** After the first failure; it doubles, up to an hour. */
  Duration retry() {
    return Duration.ofSeconds(retrySeconds);
  }

  public Duration giveUpAfter() {
    return Duration.ofHours(giveUpHours);
  }

  String publicUrl() {
    return publicUrl;
  }
}
