package org.freehold.web.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Jobs;
import org.freehold.jobs.RunDetails;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Problem;
import org.freehold.platform.TooMany;
import org.freehold.platform.json.JsonText;

/**
 * The runs that are being watched from this node. One task asks for all of them, each as its
 * watcher, so that a permission that is withdrawn ends the stream.
 */
@ApplicationScoped
public class RunStreams {
  private static final Logger LOG = System.getLogger(RunStreams.class.getName());
  private static final int MOST = 200;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** Who watches what. */
  record Stream(CallContext call, JobRunId run, SseEventSink sink, Sse sse) {}

  /** What was sent last, and when. */
  private record Sent(String json, Instant at, Instant opened) {}

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private Jobs jobs;
  @Inject private Clock clock;
  private final Map<Stream, Sent> streams = new ConcurrentHashMap<>();
  private ScheduledFuture<?> looking;

  @PostConstruct
  void start() {
    looking = executor.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    streams.keySet().forEach(this::close);
  }

  /** Sends the run as it is now, and goes on by itself. */
  void open(Stream stream, RunDetails now) {
    if (streams.size() >= MOST) {
      throw new TooMany(
          "too_many_streams",
          "Too many runs are being watched on this node.",
          "Ask for the run itself now and then, or try again later.",
          10);
    }
    streams.put(stream, new Sent("", clock.instant(), clock.instant()));
    tell(stream, now);
  }

  private void look() {
    for (Stream stream : streams.keySet()) {
      try {
        tell(stream, CurrentCall.within(stream.call(), () -> jobs.run(stream.run())));
      } catch (Problem e) {
        // No longer allowed, or gone: whoever asks again is told why.
        close(stream);
      } catch (Exception e) {
        LOG.log(Level.WARNING, "Watching run " + stream.run().value() + " ended", e);
        close(stream);
      }
    }
  }

  private void tell(Stream stream, RunDetails run) {
    Sent last = streams.get(stream);
    if (last == null || stream.sink().isClosed()) {
      close(stream);
      return;
    }
    Instant now = clock.instant();
    String json = JsonText.of(run);
    if (!json.equals(last.json())) {
      send(stream, stream.sse().newEventBuilder().name("run").data(json).build());
      streams.replace(stream, new Sent(json, now, last.opened()));
    } else if (last.at().plus(SILENCE).isBefore(now)) {
      send(stream, stream.sse().newEventBuilder().comment("still there").build());
      streams.replace(stream, new Sent(json, now, last.opened()));
    }
    if (run.status().ended() || last.opened().plus(LONGEST).isBefore(now)) {
      close(stream);
    }
  }

  private void send(Stream stream, OutboundSseEvent event) {
    stream
        .sink()
        .send(event)
        .exceptionally(
            gone -> {
              LOG.log(Level.DEBUG, "A watcher has gone", gone);
              streams.remove(stream);
              return null;
            });
  }

  private void close(Stream stream) {
    streams.remove(stream);
    if (!stream.sink().isClosed()) {
      stream.sink().close();
    }
  }
}
