package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The sink's own ceiling: posts as fast as it can, and keeps nothing. */
final class BareClient implements Contender {
  private static final int THREADS = 16;

  private final int endpoints;
  private final Posting posting;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger open = new AtomicInteger();

  BareClient(int port, int endpoints) {
    this.endpoints = endpoints;
    posting = new Posting(port);
  }

  @Override
  public String name() {
    return "a bare client";
  }

  @Override
  public void begin(int messages) {
    open.set(messages);
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < THREADS; i++) {
      threads.execute(
          () -> {
            for (int mark = next.getAndIncrement();
                mark < messages;
                mark = next.getAndIncrement()) {
              posting.send(Post.of(mark, mark % endpoints));
              open.decrementAndGet();
            }
          });
    }
  }

  @Override
  public long open() {
    return open.get();
  }

  @Override
  public void rest() {
    // It does nothing by itself.
  }

  @Override
  public void close() throws IOException {
    threads.shutdown();
    posting.close();
  }
}
