package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.EndpointChanges;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EndpointTest;
import org.freehold.webhooks.EndpointTests;
import org.freehold.webhooks.NewEndpoint;
import org.freehold.webhooks.SecretRenewal;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.WebhookEndpoints;

/** Where a tenant wants to hear of events. */
@Area("Webhooks")
@Path("webhooks/endpoints")
@ApplicationScoped
@Produces("application/json")
public class WebhookEndpointsResource {
  @Inject private WebhookEndpoints endpoints;
  @Inject private EndpointTests tests;
  @Inject private EndpointChanges changes;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Registers an endpoint; the only answer that tells its secret",
      permission = "webhooks:write",
      status = 201,
      answers = NewEndpoint.class,
      problems = {"too_many_endpoints"})
  public Response create(EndpointFields fields, @Context UriInfo uri) {
    NewEndpoint endpoint = changes.create(fields);
    return Answers.created(uri, endpoint.id(), endpoint);
  }

  @GET
  @Operation(
      summary = "Lists the endpoints",
      permission = "webhooks:read",
      answers = EndpointDetails.class,
      paged = true,
      sorts = {"created_at"})
  public Response list(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, endpoints.list(page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells an endpoint",
      permission = "webhooks:read",
      answers = EndpointDetails.class)
  public Response details(@PathParam("id") WebhookEndpointId id) {
    return Answers.versioned(endpoints.details(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes an endpoint by a merge patch (RFC 7396), pauses it or enables it again",
      permission = "webhooks:write",
      answers = EndpointDetails.class,
      patches = EndpointFields.class)
  public Response change(
      @PathParam("id") WebhookEndpointId id,
      @HeaderParam("If-Match") String ifMatch,
      JsonObject patch) {
    return Answers.versioned(
        changes.change(id, merge.patch(EndpointFields.class, patch), Answers.expected(ifMatch)));
  }

  @POST
  @Path("{id}/secret")
  @Operation(
      summary =
          "Gives an endpoint a new secret, and tells it this once; the old one signs beside it for"
              + " overlap_seconds",
      permission = "webhooks:write",
      answers = NewEndpoint.class)
  public Response renewSecret(@PathParam("id") WebhookEndpointId id, SecretRenewal command) {
    SecretRenewal how = command == null ? new SecretRenewal(null) : command;
    return Answers.versioned(endpoints.renewSecret(id, how));
  }

  @POST
  @Path("{id}/test")
  @Operation(
      summary =
          "Sends an example to the endpoint; while its secret changes the new one alone signs it,"
              + " and its arrival ends the change",
      permission = "webhooks:write",
      status = 202,
      answers = DeliveryDetails.class,
      problems = {"endpoint_not_consented", "endpoint_not_enabled"})
  public Response test(@PathParam("id") WebhookEndpointId id, EndpointTest command) {
    DeliveryDetails sent = tests.test(id, command == null ? new EndpointTest(null) : command);
    return Response.accepted(sent)
        .header("Location", "/api/webhooks/deliveries/" + sent.id().value())
        .build();
  }

  @POST
  @Path("{id}/consent")
  @Operation(
      summary =
          "Asks the receiver once more whether it wants the calls, where the operator demands that;"
              + " consent of the endpoint tells its answer",
      permission = "webhooks:write",
      status = 202,
      answers = EndpointDetails.class)
  public Response askConsent(@PathParam("id") WebhookEndpointId id) {
    return Answers.accepted(changes.ask(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Deletes an endpoint; what was sent to it stays on record",
      permission = "webhooks:write",
      status = 204)
  public Response delete(@PathParam("id") WebhookEndpointId id) {
    endpoints.delete(id);
    return Response.noContent().build();
  }
}
