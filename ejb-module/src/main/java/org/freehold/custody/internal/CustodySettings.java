package org.freehold.custody.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.OutsideAddresses;

/** To whom checkpoints go by mail, and how often. */
@ApplicationScoped
public class CustodySettings implements OutsideAddresses {
  private static final String NOBODY = "none";

  /** As many as a feature may mail at once. */
  private static final int MOST = 50;

  @Inject
  @ConfigProperty(name = "freehold.custody.mail-to")
  String mailTo;

  @Inject
  @ConfigProperty(name = "freehold.custody.mail-hours")
  int mailHours;

  @Inject
  @ConfigProperty(name = "freehold.mail.host")
  String mailHost;

  /** Refuses what cannot be meant when the server starts. */
  @PostConstruct
  void check() {
    if (mailHours < 1) {
      throw new IllegalStateException("freehold.custody.mail-hours is 1 or more.");
    }
    if (addresses().size() > MOST) {
      throw new IllegalStateException("freehold.custody.mail-to names 50 addresses at the most.");
    }
    if (!addresses().isEmpty() && mailHost.equals(NOBODY)) {
      throw new IllegalStateException(
          "freehold.custody.mail-to names somebody, and freehold.mail.host no server.");
    }
  }

  /** Each once, however it is spelled. */
  private List<String> addresses() {
    try {
      return mailTo.equals(NOBODY)
          ? List.of()
          : Arrays.stream(InternetAddress.parse(mailTo, true))
              .map(InternetAddress::getAddress)
              .collect(
                  Collectors.collectingAndThen(
                      Collectors.toMap(
                          CustodySettings::id, one -> one, (one, same) -> one, LinkedHashMap::new),
                      byId -> List.copyOf(byId.values())));
    } catch (AddressException e) {
      throw new IllegalStateException("freehold.custody.mail-to holds what is no address", e);
    }
  }

  /** By ids that follow from the addresses, so that none is kept. */
  public List<UUID> recipients() {
    return addresses().stream().map(CustodySettings::id).toList();
  }

  @Override
  public Optional<String> of(UUID recipient) {
    return addresses().stream().filter(address -> id(address).equals(recipient)).findFirst();
  }

  private static UUID id(String address) {
    return UUID.nameUUIDFromBytes(
        address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  /** Between two mails at the least. */
  public Duration mailPause() {
    return Duration.ofHours(mailHours);
  }
}
