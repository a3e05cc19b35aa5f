package org.freehold.web.platform;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One watcher's stream: told what is new until that is over, or it has lasted long enough. */
final class EventStream<P> {
  static final Duration LONGEST = Duration.ofMinutes(10);
  static final Duration SILENCE = Duration.ofSeconds(15);

  private static final Logger LOG = System.getLogger(EventStream.class.getName());

  private final Watched<P> watched;
  private final SseEventSink sink;
  private final Sse sse;
  private final InstantSource clock;
  private final Instant opened;
  private Instant told;
  private P position;
  private volatile boolean left;
  private final AtomicBoolean inTurn = new AtomicBoolean();

  EventStream(Watched<P> watched, SseEventSink sink, Sse sse, InstantSource clock) {
    this.watched = watched;
    this.sink = sink;
    this.sse = sse;
    this.clock = clock;
    opened = clock.instant();
    told = opened;
  }

  /** Has it run by the executor, unless its last turn still lasts: who reads slowly waits alone. */
  void takeTurn(Executor executor, Runnable turn) {
    if (!inTurn.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.execute(
          () -> {
            try {
              turn.run();
            } finally {
              inTurn.set(false);
            }
          });
    } catch (RejectedExecutionException stopping) {
      inTurn.set(false);
      LOG.log(Level.DEBUG, "A watcher's turn was not taken", stopping);
    }
  }

  /** Tells what is new, or now and then that nothing is; false when that was the last. */
  boolean goOn() {
    if (left || sink.isClosed()) {
      return false;
    }
    Watched.News<P> news = watched.since(position);
    Instant now = clock.instant();
    news.items().forEach(this::send);
    if (!news.items().isEmpty()) {
      told = now;
    } else if (told.plus(SILENCE).isBefore(now)) {
      send(sse.newEventBuilder().comment("still there").build());
      told = now;
    }
    position = news.position();
    return !news.over() && !opened.plus(LONGEST).isBefore(now);
  }

  void close() {
    if (!sink.isClosed()) {
      sink.close();
    }
  }

  private void send(Watched.Item item) {
    OutboundSseEvent.Builder event = sse.newEventBuilder().name(item.event()).data(item.body());
    send((item.id() == null ? event : event.id(item.id())).build());
  }

  private void send(OutboundSseEvent event) {
    sink.send(event)
        .exceptionally(
            gone -> {
              LOG.log(Level.DEBUG, "A watcher has gone", gone);
              left = true;
              return null;
            });
  }
}
