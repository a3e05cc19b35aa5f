package org.freehold.web.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.forwarding.DestinationDetails;
import org.freehold.forwarding.DestinationFields;
import org.freehold.forwarding.DestinationId;
import org.freehold.forwarding.ForwardingDestinations;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** Where the trail is forwarded to. */
@Area("Audit")
@Path("audit-logs/forwarding")
@ApplicationScoped
@Produces("application/json")
public class ForwardingResource {
  @Inject private ForwardingDestinations destinations;

  @POST
  @Operation(
      summary = "Forwards the trail to a SIEM, from now on or from its beginning",
      permission = "audit:admin",
      status = 201,
      answers = DestinationDetails.class,
      problems = "too_many_destinations")
  public Response createDestination(DestinationFields fields, @Context UriInfo uri) {
    DestinationDetails made = destinations.create(fields);
    return Answers.created(uri, made.id(), made);
  }

  @GET
  @Operation(
      summary = "Lists where the trail is forwarded to, and how far each has taken it",
      permission = "audit:read",
      answers = DestinationDetails.class,
      paged = true,
      sorts = "-created_at")
  public Response listDestinations(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, destinations.list(page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a destination",
      permission = "audit:read",
      answers = DestinationDetails.class)
  public Response destination(@PathParam("id") DestinationId id) {
    return Answers.versioned(destinations.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Changes a destination; how far it has taken the trail stays",
      permission = "audit:admin",
      answers = DestinationDetails.class)
  public Response replaceDestination(
      @PathParam("id") DestinationId id,
      @HeaderParam("If-Match") String ifMatch,
      DestinationFields fields) {
    return Answers.versioned(destinations.replace(id, fields, Answers.expected(ifMatch)));
  }

  @POST
  @Path("{id}/pause")
  @Operation(
      summary = "Sends it nothing until it is resumed",
      permission = "audit:admin",
      answers = DestinationDetails.class)
  public Response pauseDestination(@PathParam("id") DestinationId id) {
    return Answers.versioned(destinations.pause(id));
  }

  @POST
  @Path("{id}/resume")
  @Operation(
      summary = "Goes on where it ended, with all that came meanwhile",
      permission = "audit:admin",
      answers = DestinationDetails.class)
  public Response resumeDestination(@PathParam("id") DestinationId id) {
    return Answers.versioned(destinations.resume(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Forwards nothing there any more", permission = "audit:admin", status = 204)
  public Response deleteDestination(@PathParam("id") DestinationId id) {
    destinations.delete(id);
    return Response.noContent().build();
  }
}
