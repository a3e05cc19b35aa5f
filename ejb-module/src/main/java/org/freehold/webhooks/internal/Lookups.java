package org.freehold.webhooks.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up away from the few threads that carry all calls: a name whose servers do not answer
 * holds one thread, however many calls wait for it.
 */
final class Lookups {
  private static final int MANY = 2000;

  private record Known(CompletableFuture<InetAddress[]> addresses, long askedAt) {
    boolean isOlderThan(long nanos) {
      return System.nanoTime() - askedAt > nanos;
    }

    boolean isToBeAskedAgain(long nanos) {
      return addresses.isDone() && isOlderThan(nanos);
    }
  }

  private final DnsResolver vetted;
  private final Executor threads;
  private final long fresh;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param vetted answers addresses that may be called, or an UnknownHostException
   * @param fresh for how long an answer is not asked for again
   */
  Lookups(DnsResolver vetted, Executor threads, Duration fresh) {
    this.vetted = vetted;
    this.threads = threads;
    this.fresh = fresh.toNanos();
  }

  /** Ends with an UnknownHostException when there is no address that may be called. */
  CompletableFuture<InetAddress[]> of(String host) {
    if (known.size() > MANY) {
      known.values().removeIf(one -> one.isToBeAskedAgain(fresh));
    }
    return known
        .compute(
            host,
            (name, last) ->
                last == null || last.isToBeAskedAgain(fresh)
                    ? new Known(ask(name), System.nanoTime())
                    : last)
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
}
