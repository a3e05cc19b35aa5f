package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.ReplayDetails;
import org.freehold.webhooks.ReplayId;
import org.freehold.webhooks.ReplayPreview;
import org.freehold.webhooks.ReplayRequest;
import org.freehold.webhooks.WebhookReplays;

/** What was sent is sent again. */
@Area("Webhooks")
@Path("webhooks")
@ApplicationScoped
@Produces("application/json")
public class WebhookReplaysResource {
  @Inject private WebhookReplays replays;

  @POST
  @Path("deliveries/{id}/replay")
  @Operation(
      summary = "Sends the message of a delivery that has ended to its endpoint once more",
      permission = "webhooks:write",
      status = 202,
      answers = DeliveryDetails.class,
      problems = {"delivery_pending", "endpoint_not_consented", "endpoint_not_enabled"})
  public Response replay(@PathParam("id") DeliveryId id) {
    DeliveryDetails made = replays.replay(id);
    return Response.accepted(made)
        .header("Location", "/api/webhooks/deliveries/" + made.id().value())
        .build();
  }

  @POST
  @Path("replays/preview")
  @Operation(
      summary = "Tells what a replay would send, and how long that would take; sends nothing",
      permission = "webhooks:read",
      answers = ReplayPreview.class,
      problems = {"endpoint_not_consented", "endpoint_not_enabled"})
  public ReplayPreview previewReplay(ReplayRequest wanted) {
    return replays.preview(wanted);
  }

  @POST
  @Path("replays")
  @Operation(
      summary = "Makes deliveries that have ended again, oldest first and no faster than asked for",
      permission = "webhooks:write",
      status = 202,
      answers = ReplayDetails.class,
      problems = {
        "endpoint_not_consented",
        "endpoint_not_enabled",
        "replay_too_large",
        "too_many_replays"
      })
  public Response startReplay(ReplayRequest wanted) {
    ReplayDetails replay = replays.start(wanted);
    return Response.accepted(replay)
        .header("Location", "/api/webhooks/replays/" + replay.id().value())
        .build();
  }

  @GET
  @Path("replays")
  @Operation(
      summary = "Lists the replays, the newest first",
      permission = "webhooks:read",
      answers = ReplayDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response replays(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, replays.list(page.request()));
  }

  @GET
  @Path("replays/{id}")
  @Operation(
      summary = "Tells how far a replay is",
      permission = "webhooks:read",
      answers = ReplayDetails.class)
  public ReplayDetails replayDetails(@PathParam("id") ReplayId id) {
    return replays.details(id);
  }

  @POST
  @Path("replays/{id}/cancel")
  @Operation(
      summary = "Ends a replay; what it has not sent is not sent",
      permission = "webhooks:write",
      status = 202,
      answers = ReplayDetails.class,
      problems = {"replay_not_running"})
  public Response cancelReplay(@PathParam("id") ReplayId id) {
    return Response.accepted(replays.cancel(id)).build();
  }
}
