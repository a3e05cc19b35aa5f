package org.freehold.webhooks.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up away from the few threads that carry all calls: a name whose servers do not answer
 * holds one thread, however many calls wait for it. The calls themselves are told only what was
 * found and vetted here, so that what was vetted is what is connected to.
 */
final class Lookups implements DnsResolver {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** For connections that are begun with an answer that has just been given. */
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(2);

  private static final int MANY = 2000;

  private record Known(CompletableFuture<InetAddress[]> addresses, long askedAt) {
    boolean isOlderThan(long nanos) {
      return System.nanoTime() - askedAt > nanos;
    }
  }

  private final DnsResolver vetted;
  private final Executor threads;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** {@code vetted} answers addresses that may be called, or an UnknownHostException. */
  Lookups(DnsResolver vetted, Executor threads) {
    this.vetted = vetted;
    this.threads = threads;
  }

  /** Ends with an UnknownHostException when there is no address that may be called. */
  CompletableFuture<InetAddress[]> of(String host) {
    if (known.size() > MANY) {
      known.values().removeIf(one -> one.addresses().isDone() && one.isOlderThan(KEPT_NANOS));
    }
    return known
        .compute(
            host,
            (name, last) -> {
              boolean good =
                  last != null && (!last.addresses().isDone() || !last.isOlderThan(FRESH_NANOS));
              return good ? last : new Known(ask(name), System.nanoTime());
            })
        .addresses();
  }

  private CompletableFuture<InetAddress[]> ask(String host) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return vetted.resolve(host);
          } catch (UnknownHostException e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  /** What was found a moment ago: never asks anybody, so that nothing is connected to unvetted. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    Known last = known.get(host);
    if (last == null
        || last.isOlderThan(KEPT_NANOS)
        || !last.addresses().isDone()
        || last.addresses().isCompletedExceptionally()) {
      throw new UnknownHostException(host + " has not been looked up");
    }
    return last.addresses().join().clone();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
