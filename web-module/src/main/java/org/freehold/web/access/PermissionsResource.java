package org.freehold.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.access.PermissionList;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** The permissions that there are. */
@Path("permissions")
@Area("Access")
@ApplicationScoped
@Produces("application/json")
public class PermissionsResource {
  @Inject private PermissionList permissions;

  @GET
  @Operation(
      summary = "The permissions that a role can grant",
      permission = "roles:read",
      answers = PermissionList.Permission.class,
      paged = true)
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, permissions.permissions());
  }
}
