package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.freehold.access.AccessChanged;
import org.freehold.keys.ApiKeyId;
import org.freehold.platform.CurrentCall;

/** Says inside a transaction that a key changes with it, to all who keep what they know of keys. */
@ApplicationScoped
public class KeyChanges {
  @Inject private Event<ApiKeyChanged> keys;
  @Inject private Event<AccessChanged> decisions;

  public void tell(ApiKeyId id) {
    keys.fire(new ApiKeyChanged(id));
    decisions.fire(new AccessChanged(CurrentCall.tenantId()));
  }
}
