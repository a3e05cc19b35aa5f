package org.freehold.web.releases;

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
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Problem;
import org.freehold.platform.TooMany;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.Deployments;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleaseLogLine;
import org.freehold.releases.WatchedDeployment;

/**
 * The deployments that are being watched from this node. One task asks for all of them, each as its
 * watcher, so that a permission that is withdrawn ends the stream.
 */
@ApplicationScoped
public class DeploymentStreams {
  private static final Logger LOG = System.getLogger(DeploymentStreams.class.getName());
  private static final int MOST = 200;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** Who watches what. */
  record Stream(
      CallContext call, ReleaseId release, DeploymentId deployment, SseEventSink sink, Sse sse) {}

  /** What was sent last, and when; the line is null before the first. */
  private record Sent(String deployment, ReleaseLogLine line, Instant at, Instant opened) {}

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private Deployments deployments;
  @Inject private Clock clock;
  private final Map<Stream, Sent> streams = new ConcurrentHashMap<>();
  private ScheduledFuture<?> looking;

  @PostConstruct
  void start() {
    looking = executor.scheduleWithFixedDelay(this::look, 250, 500, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    streams.keySet().forEach(this::close);
  }

  /** Sends all that there is, and goes on by itself. */
  void open(Stream stream) {
    if (streams.size() >= MOST) {
      throw new TooMany(
          "too_many_streams",
          "Too many deployments are being watched on this node.",
          "Ask for the deployment itself now and then, or try again later.",
          10);
    }
    streams.put(stream, new Sent("", null, clock.instant(), clock.instant()));
  }

  private void look() {
    for (Stream stream : streams.keySet()) {
      try {
        tell(stream);
      } catch (Problem e) {
        // No longer allowed, or gone: whoever asks again is told why.
        close(stream);
      } catch (Exception e) {
        LOG.log(Level.WARNING, "Watching deployment " + stream.deployment().value() + " ended", e);
        close(stream);
      }
    }
  }

  private void tell(Stream stream) throws Exception {
    Sent last = streams.get(stream);
    if (last == null || stream.sink().isClosed()) {
      close(stream);
      return;
    }
    WatchedDeployment seen =
        CurrentCall.within(
            stream.call(),
            () -> deployments.watch(stream.release(), stream.deployment(), last.line()));
    streams.replace(stream, sent(stream, last, seen));
    boolean over = seen.deployment().status().isAtRest() && !seen.more();
    if (over || last.opened().plus(LONGEST).isBefore(clock.instant())) {
      close(stream);
    }
  }

  /** Sends what is new, or now and then that there is nothing new. */
  private Sent sent(Stream stream, Sent last, WatchedDeployment seen) {
    Instant now = clock.instant();
    String deployment = JsonText.of(seen.deployment());
    seen.lines().forEach(line -> send(stream, "log", JsonText.of(line)));
    boolean changed = !deployment.equals(last.deployment());
    if (changed) {
      send(stream, "deployment", deployment);
    }
    if (!seen.lines().isEmpty()) {
      ReleaseLogLine line = seen.lines().get(seen.lines().size() - 1);
      return new Sent(deployment, line, now, last.opened());
    }
    if (changed) {
      return new Sent(deployment, last.line(), now, last.opened());
    }
    if (last.at().plus(SILENCE).isBefore(now)) {
      send(stream, stream.sse().newEventBuilder().comment("still there").build());
      return new Sent(deployment, last.line(), now, last.opened());
    }
    return last;
  }

  private void send(Stream stream, String name, String json) {
    send(stream, stream.sse().newEventBuilder().name(name).data(json).build());
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
