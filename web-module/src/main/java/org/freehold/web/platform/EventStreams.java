package org.freehold.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.EntityId;
import org.freehold.platform.Problem;
import org.freehold.platform.TooMany;

/**
 * The things of one kind that are being watched from this node. One task gives each its turn, as
 * its watcher, so that a permission that is withdrawn ends the stream. A turn writes to a client,
 * which may take long: it has a thread of its own, for the thread of the schedules is the node's
 * only one.
 */
@Dependent
public class EventStreams {
  private static final Logger LOG = System.getLogger(EventStreams.class.getName());
  private static final int MOST = 200;

  /** Watching one thing, or one tenant's flags, must not keep all others from watching theirs. */
  private static final int MOST_OF_ONE = 50;

  @Resource private ManagedScheduledExecutorService schedule;
  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;

  /** With what they are about. */
  private final Map<EventStream<?>, String> streams = new ConcurrentHashMap<>();

  private ScheduledFuture<?> looking;

  @PostConstruct
  void start() {
    looking = schedule.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    streams.keySet().forEach(EventStream::close);
  }

  /**
   * Tells the caller what there is, and goes on by itself.
   *
   * @param kind what the thing is called: {@code run}
   */
  public <P> void open(
      String kind, EntityId thing, SseEventSink sink, Sse sse, Watched<P> watched) {
    String subject = kind + " " + thing.value();
    if (streams.size() >= MOST || Collections.frequency(streams.values(), subject) >= MOST_OF_ONE) {
      throw new TooMany(
          "too_many_streams",
          "Too many " + kind + "s are being watched on this node.",
          "Ask for the " + kind + " itself now and then, or try again later.",
          10);
    }
    CallContext watcher = CurrentCall.get();
    EventStream<P> stream =
        new EventStream<>(
            position -> CurrentCall.within(watcher, () -> watched.since(position)),
            sink,
            sse,
            clock);
    if (stream.goOn()) {
      streams.put(stream, subject);
    } else {
      stream.close();
    }
  }

  private void look() {
    streams.forEach((stream, subject) -> stream.takeTurn(executor, () -> goOn(stream, subject)));
  }

  private void goOn(EventStream<?> stream, String subject) {
    if (!goesOn(stream, subject)) {
      streams.remove(stream);
      close(stream, subject);
    }
  }

  private static void close(EventStream<?> stream, String subject) {
    try {
      stream.close();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "Who watched " + subject + " had gone already", e);
    }
  }

  private static boolean goesOn(EventStream<?> stream, String subject) {
    try {
      return stream.goOn();
    } catch (Problem problem) {
      // No longer allowed, or gone: whoever asks again is told why.
      LOG.log(Level.DEBUG, () -> "Watching " + subject + " ended: " + problem.code());
      return false;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Watching " + subject + " ended", e);
      return false;
    }
  }
}
