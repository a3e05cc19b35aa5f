package org.freehold.web.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.decisions.DecisionThingDetails;
import org.freehold.decisions.DecisionThingFields;
import org.freehold.decisions.DecisionThings;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** Who and what of other systems decisions are asked about. */
@Area("Decisions")
@Path("access/things")
@ApplicationScoped
@Produces("application/json")
public class DecisionThingsResource {
  @Inject private DecisionThings things;

  @GET
  @Operation(
      summary = "Lists what is known",
      permission = "policies:read",
      answers = DecisionThingDetails.class,
      paged = true,
      sorts = {"created_at"})
  public Response list(
      @QueryParam("type") String type, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, things.list(type, page.request()));
  }

  @GET
  @Path("{thing_type}/{thing_id}")
  @Operation(
      summary = "Tells what is known of a thing",
      permission = "policies:read",
      answers = DecisionThingDetails.class)
  public Response details(@PathParam("thing_type") String type, @PathParam("thing_id") String id) {
    return Answers.versioned(things.details(type, id));
  }

  @PUT
  @Path("{thing_type}/{thing_id}")
  @Operation(
      summary = "Makes a thing known, or says anew what its properties are",
      permission = "policies:write",
      answers = DecisionThingDetails.class,
      problems = {"too_many_things"})
  public Response save(
      @PathParam("thing_type") String type,
      @PathParam("thing_id") String id,
      @HeaderParam("If-Match") String ifMatch,
      DecisionThingFields fields) {
    return Answers.versioned(things.save(type, id, fields, Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{thing_type}/{thing_id}")
  @Operation(summary = "Forgets a thing", permission = "policies:write", status = 204)
  public Response delete(@PathParam("thing_type") String type, @PathParam("thing_id") String id) {
    things.delete(type, id);
    return Response.noContent().build();
  }
}
