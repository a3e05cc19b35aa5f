package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.freehold.platform.TenantId;

/**
 * Who may send from this node: few at once, and of one tenant fewer, so that receivers that are
 * slow leave threads to other work and to other tenants.
 */
@ApplicationScoped
public class ForwardingLine {
  static final int AT_ONCE = 8;
  static final int OF_ONE_TENANT = 2;

  private final Map<TenantId, Integer> sending = new HashMap<>();
  private int all;

  /** Whether one more may go now; who may, leaves afterwards. */
  synchronized boolean enter(TenantId tenant) {
    int own = sending.getOrDefault(tenant, 0);
    if (all == AT_ONCE || own == OF_ONE_TENANT) {
      return false;
    }
    all++;
    sending.put(tenant, own + 1);
    return true;
  }

  synchronized void leave(TenantId tenant) {
    all--;
    sending.computeIfPresent(tenant, (one, own) -> own == 1 ? null : own - 1);
  }
}
