package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the logs are called when the setting says something else. */
@ApplicationScoped
public class OtherOrigin {
  @Inject private LogOrigin origin;

  public String when(String set) {
    return origin.remember(set);
  }
}
