package org.freehold.web.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.decisions.DecisionTypeDetails;
import org.freehold.decisions.DecisionTypeFields;
import org.freehold.decisions.DecisionTypes;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** The types of things of other systems, whose actions are permissions here. */
@Area("Decisions")
@Path("access/types")
@ApplicationScoped
@Produces("application/json")
public class DecisionTypesResource {
  @Inject private DecisionTypes types;

  @GET
  @Operation(
      summary = "Lists the types, by name",
      permission = "policies:read",
      answers = DecisionTypeDetails.class,
      paged = true)
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, types.list());
  }

  @GET
  @Path("{name}")
  @Operation(
      summary = "Tells a type",
      permission = "policies:read",
      answers = DecisionTypeDetails.class)
  public Response details(@PathParam("name") String name) {
    return Answers.versioned(types.details(name));
  }

  @PUT
  @Path("{name}")
  @Operation(
      summary = "Makes a type, or says anew what can be done to its things",
      permission = "policies:write",
      answers = DecisionTypeDetails.class,
      problems = {"type_built_in", "too_many_actions"})
  public Response save(
      @PathParam("name") String name,
      @HeaderParam("If-Match") String ifMatch,
      DecisionTypeFields fields) {
    return Answers.versioned(types.save(name, fields, Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{name}")
  @Operation(
      summary = "Deletes a type; roles and policies that name its permissions lose them",
      permission = "policies:write",
      status = 204)
  public Response delete(@PathParam("name") String name) {
    types.delete(name);
    return Response.noContent().build();
  }
}
