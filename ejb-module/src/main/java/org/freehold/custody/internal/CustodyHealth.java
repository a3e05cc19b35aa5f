package org.freehold.custody.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.freehold.platform.HealthCheck;

/**
 * Whether checkpoints leave by the ways that the operator wants, and how many wait for the store:
 * those that did when it was switched off wait until there is one again.
 */
@ApplicationScoped
public class CustodyHealth implements HealthCheck {
  @Inject private CustodySettings mail;
  @Inject private StoreSettings store;
  @Inject private StoreLine line;
  @Inject private CopyRows copies;

  @Override
  public String name() {
    return "checkpoint_copies";
  }

  @Override
  public Map<String, Object> check() {
    if (line.reason() != null) {
      throw new IllegalStateException("Checkpoints wait for their store: " + line.reason());
    }
    return Map.of(
        "recipients",
        mail.recipients().size(),
        "store",
        store.isConfigured(),
        "waiting",
        copies.waiting());
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
