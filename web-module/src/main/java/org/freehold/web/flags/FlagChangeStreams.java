package org.freehold.web.flags;

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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.flags.FlagStreams;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.TooMany;

/** FlagActor listens on this node for changes of flags. One task looks for all of them. */
@ApplicationScoped
public class FlagChangeStreams {
  private static final Logger LOG = System.getLogger(FlagChangeStreams.class.getName());
  private static final int MOST = 500;
  private static final int PERIOD = 50;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final String CHANGED = "{\"type\":\"refetchEvaluation\"}";

  /** FlagActor listens to what. */
  private record Stream(TenantRef tenant, SseEventSink sink, Sse sse) {}

  /** What was known when something was sent last. */
  private record Sent(long version, Instant at, Instant opened) {}

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private FlagStreams flags;
  @Inject private Clock clock;
  private final Map<Stream, Sent> streams = new ConcurrentHashMap<>();
  private ScheduledFuture<?> looking;

  @PostConstruct
  void start() {
    looking = executor.scheduleWithFixedDelay(this::look, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    streams.keySet().forEach(this::close);
  }

  void open(TenantRef tenant, SseEventSink sink, Sse sse) {
    if (streams.size() >= MOST) {
      throw new TooMany(
          "too_many_streams",
          "Too many listen to this node.",
          "Ask for the flags themselves now and then, or try again later.",
          10);
    }
    Stream stream = new Stream(tenant, sink, sse);
    Instant now = clock.instant();
    streams.put(stream, new Sent(version(tenant), now, now));
    send(stream, sse.newEventBuilder().comment("listening").build());
  }

  private void look() {
    Map<TenantRef, Long> versions = new HashMap<>();
    for (Stream stream : streams.keySet()) {
      try {
        tell(stream, versions.computeIfAbsent(stream.tenant(), this::version));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "A stream of changes of flags ended", e);
        close(stream);
      }
    }
  }

  private long version(TenantRef tenant) {
    try (CurrentCall.Scope scope = CurrentCall.open(CallContext.system("flag-streams", tenant))) {
      java.util.Objects.requireNonNull(scope);
      return flags.version();
    }
  }

  private void tell(Stream stream, long version) {
    Sent last = streams.get(stream);
    if (last == null || stream.sink().isClosed()) {
      close(stream);
      return;
    }
    Instant now = clock.instant();
    if (version != last.version()) {
      send(
          stream,
          stream
              .sse()
              .newEventBuilder()
              .id(Long.toString(version))
              .name("message")
              .data(CHANGED)
              .build());
      streams.replace(stream, new Sent(version, now, last.opened()));
    } else if (last.at().plus(SILENCE).isBefore(now)) {
      send(stream, stream.sse().newEventBuilder().comment("still there").build());
      streams.replace(stream, new Sent(version, now, last.opened()));
    }
    if (last.opened().plus(LONGEST).isBefore(now)) {
      close(stream);
    }
  }

  private void send(Stream stream, OutboundSseEvent event) {
    stream
        .sink()
        .send(event)
        .exceptionally(
            gone -> {
              LOG.log(Level.DEBUG, "A listener has gone", gone);
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
