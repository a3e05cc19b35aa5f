package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.platform.Page;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Merge;
import org.freehold.webhooks.EventTypeDetails;
import org.freehold.webhooks.EventTypeFields;
import org.freehold.webhooks.EventTypes;

/** What can be heard of. */
@Area("Webhooks")
@Path("webhooks/event-types")
@ApplicationScoped
@Produces("application/json")
public class EventTypesResource {
  @Inject private EventTypes types;
  @Inject private Merge merge;

  @GET
  @Operation(
      summary = "Lists the types of events that there are, each with its schema and an example",
      permission = "webhooks:read",
      answers = EventTypeDetails.class,
      paged = true)
  public Response list() {
    return Response.ok(new Page<>(types.list(), null)).build();
  }

  @POST
  @Operation(
      summary = "Registers a type of event of the tenant's own product",
      permission = "webhooks:write",
      status = 201,
      answers = EventTypeDetails.class,
      problems = {"event_type_taken", "too_many_event_types"})
  public Response create(EventTypeFields fields) {
    EventTypeDetails type = types.create(fields);
    return Response.status(201)
        .header("Location", "/api/webhooks/event-types/" + type.type())
        .entity(type)
        .build();
  }

  @GET
  @Path("{name}")
  @Operation(
      summary = "Tells a type of event",
      permission = "webhooks:read",
      answers = EventTypeDetails.class)
  public Response details(@PathParam("name") String name) {
    return Response.ok(types.details(name)).build();
  }

  @PATCH
  @Path("{name}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a type of the tenant's own by a merge patch (RFC 7396); its name stays",
      permission = "webhooks:write",
      answers = EventTypeDetails.class,
      patches = EventTypeFields.class)
  public Response change(@PathParam("name") String name, JsonObject patch) {
    return Response.ok(types.change(name, merge.patch(EventTypeFields.class, patch))).build();
  }

  @DELETE
  @Path("{name}")
  @Operation(
      summary = "Deletes a type of the tenant's own; what was sent of it stays on record",
      permission = "webhooks:write",
      status = 204)
  public Response delete(@PathParam("name") String name) {
    types.delete(name);
    return Response.noContent().build();
  }
}
