package org.freehold.web.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.freehold.flags.FlagStreams;
import org.freehold.flags.FlagTicket;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.web.platform.EventStreams;
import org.freehold.web.platform.Watched;

/** Who listens on this node for changes of flags. */
@ApplicationScoped
public class FlagChangeStreams {
  private static final Watched.Item CHANGED =
      new Watched.Item("message", "{\"type\":\"refetchEvaluation\"}");

  @Inject private EventStreams streams;
  @Inject private FlagStreams flags;

  /** Tells at once what has changed since the ticket was made, and then every change. */
  void open(FlagTicket ticket, SseEventSink sink, Sse sse) {
    CallContext call = CurrentCall.get();
    CallContext listener =
        new CallContext(
            Actor.system("flag-streams"),
            ticket.tenant(),
            call.requestId(),
            call.ipAddress(),
            null,
            null);
    CurrentCall.within(
        listener,
        () -> {
          flags.version(ticket);
          // Else who listens is told of no answer before something changes.
          sink.send(sse.newEventBuilder().comment("listening").build());
          streams.open(
              "flag",
              ticket.tenant().id(),
              sink,
              sse,
              (Long told) -> news(ticket, told == null ? ticket.version() : told));
          return null;
        });
  }

  private Watched.News<Long> news(FlagTicket ticket, long told) {
    long version = flags.version(ticket);
    List<Watched.Item> items = version == told ? List.of() : List.of(CHANGED);
    return new Watched.News<>(items, version, false);
  }
}
