package org.freehold.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.access.RoleCatalogue;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** The roles that there are. */
@Path("roles")
@Area("Access")
@ApplicationScoped
@Produces("application/json")
public class RolesResource {
  @Inject private RoleCatalogue catalogue;

  @GET
  @Operation(
      summary = "The roles, with what each grants",
      permission = "roles:read",
      answers = RoleCatalogue.Role.class,
      paged = true)
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, catalogue.roles());
  }
}
