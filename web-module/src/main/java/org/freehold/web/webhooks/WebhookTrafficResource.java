package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.platform.CsvCell;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.CsvTable;
import org.freehold.web.platform.PageParameters;
import org.freehold.webhooks.AttemptDetails;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.MessageDetails;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.MessageWithBody;
import org.freehold.webhooks.NewMessage;
import org.freehold.webhooks.OwnMessages;
import org.freehold.webhooks.WebhookTraffic;

/** What was sent, and how it went. */
@Area("Webhooks")
@Path("webhooks")
@ApplicationScoped
@Produces("application/json")
public class WebhookTrafficResource {
  @Inject private OwnMessages own;
  @Inject private WebhookTraffic traffic;

  @POST
  @Path("messages")
  @Operation(
      summary = "Sends an event of the tenant's own product to all endpoints that want its type",
      permission = "webhooks:write",
      status = 202,
      answers = MessageDetails.class)
  public Response send(NewMessage message) {
    MessageDetails sent = MessageKey.within(message, () -> own.send(message));
    return Response.accepted(sent)
        .header("Location", "/api/webhooks/messages/" + sent.id().value())
        .build();
  }

  @GET
  @Path("messages")
  @Produces({"application/json", CsvCell.TABLE})
  @Operation(
      summary = "Lists the messages, the newest first; format=csv: as a table",
      permission = "webhooks:read",
      answers = MessageDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response messages(
      @BeanParam PageParameters page,
      @QueryParam("type") String type,
      @BeanParam TimeParameters made,
      @OneOf(CsvTable.Format.class) @QueryParam("format") String format,
      @Context UriInfo uri) {
    return CsvTable.orPage(
        uri,
        format,
        "webhook-messages",
        MessageDetails.class,
        page.request(),
        one -> traffic.messages(type, made.range(), one));
  }

  @GET
  @Path("messages/{id}")
  @Operation(
      summary = "Tells a message with its body and how many deliveries became what",
      permission = "webhooks:read",
      answers = MessageWithBody.class)
  public Response message(@PathParam("id") MessageId id) {
    return Response.ok(traffic.message(id)).build();
  }

  @GET
  @Path("deliveries")
  @Produces({"application/json", CsvCell.TABLE})
  @Operation(
      summary =
          "Lists the deliveries with their attempts, the newest first; format=csv: as a table,"
              + " without them",
      permission = "webhooks:read",
      answers = DeliveryDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response deliveries(
      @BeanParam PageParameters page,
      @BeanParam DeliveryParameters wanted,
      @OneOf(CsvTable.Format.class) @QueryParam("format") String format,
      @Context UriInfo uri) {
    return CsvTable.orPage(
        uri,
        format,
        "webhook-deliveries",
        DeliveryDetails.class,
        page.request(),
        one -> traffic.deliveries(wanted.filter(), one));
  }

  @GET
  @Path("attempts")
  @Produces({"application/json", CsvCell.TABLE})
  @Operation(
      summary =
          "Lists the calls of all deliveries as they were recorded, the newest first; format=csv: as"
              + " a table",
      permission = "webhooks:read",
      answers = AttemptDetails.class,
      paged = true,
      sorts = {"-id"})
  public Response attempts(
      @BeanParam PageParameters page,
      @BeanParam AttemptParameters wanted,
      @OneOf(CsvTable.Format.class) @QueryParam("format") String format,
      @Context UriInfo uri) {
    return CsvTable.orPage(
        uri,
        format,
        "webhook-attempts",
        AttemptDetails.class,
        page.request(),
        one -> traffic.attempts(wanted.filter(), one));
  }

  @GET
  @Path("deliveries/{id}")
  @Operation(
      summary = "Tells a delivery with its attempts",
      permission = "webhooks:read",
      answers = DeliveryDetails.class)
  public Response delivery(@PathParam("id") DeliveryId id) {
    return Response.ok(traffic.delivery(id)).build();
  }
}
