package org.freehold.web.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.freehold.flags.FlagStreams;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** The stream of changes that the remote evaluation protocol tells of in eventStreams. */
@Area("Feature flags")
@Path("flag-events")
@ApplicationScoped
public class FlagEventsResource {
  @Inject private FlagStreams tickets;
  @Inject private FlagChangeStreams streams;

  @GET
  @Produces("text/event-stream")
  @Operation(
      summary =
          "Streams an event \"message\" whenever flags have changed, for ten minutes; the address"
              + " with its ticket is in the answer of POST /ofrep/v1/evaluate/flags",
      caller = Operation.Caller.ANYBODY,
      problems = {"invalid_ticket", "too_many_streams"})
  public void flagEvents(
      @QueryParam("ticket") String ticket, @Context SseEventSink sink, @Context Sse sse) {
    streams.open(tickets.open(ticket), sink, sse);
  }
}
