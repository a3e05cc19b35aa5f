package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** The trail of the tenant as it grows. */
@Area("Audit")
@Path("audit-logs/tail")
@ApplicationScoped
public class AuditTailResource {
  @Inject private AuditTailStreams streams;

  @GET
  @Produces("text/event-stream")
  @Operation(
      summary =
          "Streams events as they get their places in the tree: \"event\" with the event,"
              + " \"position\" where none of the new ones is asked for; for ten minutes."
              + " Last-Event-ID goes on where a stream ended",
      permission = "audit:read",
      problems = "too_many_streams")
  public void tail(
      @BeanParam AuditParameters parameters,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse) {
    streams.open(parameters.filter(), lastEventId, sink, sse);
  }
}
