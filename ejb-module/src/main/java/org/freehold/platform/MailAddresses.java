package org.freehold.platform;

import java.util.Optional;

/** The port through which mail finds a person's address when it is sent. */
public interface MailAddresses {
  /** Empty when the person is no active member of the tenant. */
  Optional<String> of(TenantId tenant, UserId person);
}
