package org.freehold.platform;

import java.util.Optional;
import java.util.UUID;

/**
 * The port through which mail finds the addresses of an {@link OutsideMail} when it is sent. Found
 * by CDI.
 */
public interface OutsideAddresses {
  /** Empty when the settings do not name them any more. */
  Optional<String> of(UUID recipient);
}
