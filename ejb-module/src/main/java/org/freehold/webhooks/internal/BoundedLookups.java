package org.freehold.webhooks.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.freehold.platform.TenantId;

/**
 * Looks names up for people who wait: for some seconds, and only so many at once, since a name
 * whose servers do not answer holds a thread for as long as the operating system asks them.
 */
final class BoundedLookups {
  /** Lookups under way, of all tenants. */
  static final int MOST = 20;

  /** Lookups under way that one tenant asked for. */
  static final int MOST_OF_TENANT = 3;

  /** Nobody knows yet where the name leads. */
  static final class NotTold extends UnknownHostException {
    private static final long serialVersionUID = 1;

    NotTold(String why) {
      super(why);
    }
  }

  private final DnsResolver names;
  private final Executor threads;
  private final Duration longest;
  private final Map<TenantId, Integer> underWay = new HashMap<>();
  private int all;

  /** {@code longest}: until then somebody waits for an answer. */
  BoundedLookups(DnsResolver names, Executor threads, Duration longest) {
    this.names = names;
    this.threads = threads;
    this.longest = longest;
  }

  /** {@link NotTold} when it takes too long, or too many are under way. */
  InetAddress[] of(TenantId tenant, String host) throws UnknownHostException {
    begin(tenant);
    CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
    try {
      threads.execute(() -> resolve(tenant, host, answer));
    } catch (RuntimeException e) {
      end(tenant);
      throw e;
    }
    try {
      return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new NotTold("The name servers of the host do not answer in time.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTold("The server is being stopped.");
    }
  }

  private void resolve(TenantId tenant, String host, CompletableFuture<InetAddress[]> answer) {
    try {
      InetAddress[] addresses = names.resolve(host);
      end(tenant);
      answer.complete(addresses);
    } catch (UnknownHostException | RuntimeException e) {
      end(tenant);
      answer.completeExceptionally(e);
    }
  }

  private synchronized void begin(TenantId tenant) throws NotTold {
    if (all >= MOST || underWay.getOrDefault(tenant, 0) >= MOST_OF_TENANT) {
      throw new NotTold("Other names are being looked up just now: try again in a moment.");
    }
    all++;
    underWay.merge(tenant, 1, Integer::sum);
  }

  private synchronized void end(TenantId tenant) {
    all--;
    underWay.computeIfPresent(tenant, (one, count) -> count == 1 ? null : count - 1);
  }
}
