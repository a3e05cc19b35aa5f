package org.freehold.platform;

import java.util.List;
import java.util.UUID;

/**
 * A mail to people whom only the settings of the operator know. It names each by an id that {@link
 * OutsideAddresses} finds the address by, so that no address is kept.
 */
public record OutsideMail(List<UUID> recipients, Mail mail) {
  public OutsideMail {
    recipients = List.copyOf(recipients);
  }
}
