package org.freehold.webhooks.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * Bounds what is under way at once, so that receivers that hang hold up neither other tenants nor
 * other work: each thread that calls is one less for all leased work of the node.
 */
final class Lanes {
  static final int OF_NODE = 24;
  static final int OF_TENANT = 16;
  static final int OF_ENDPOINT = 8;

  /** Long enough for a lane of a receiver that is quick, short for a thread to be held. */
  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Map<Object, Integer> taken = new HashMap<>();
  private int all;

  /** False when no lane became free within a tenth of a second. */
  synchronized boolean enter(TenantId tenant, WebhookEndpointId endpoint)
      throws InterruptedException {
    long until = System.nanoTime() + WAIT_NANOS;
    while (!isFree(tenant, endpoint)) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    all++;
    taken.merge(tenant, 1, Integer::sum);
    taken.merge(endpoint, 1, Integer::sum);
    return true;
  }

  synchronized void leave(TenantId tenant, WebhookEndpointId endpoint) {
    all--;
    taken.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
    taken.computeIfPresent(endpoint, (key, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  private boolean isFree(TenantId tenant, WebhookEndpointId endpoint) {
    return all < OF_NODE
        && taken.getOrDefault(tenant, 0) < OF_TENANT
        && taken.getOrDefault(endpoint, 0) < OF_ENDPOINT;
  }
}
