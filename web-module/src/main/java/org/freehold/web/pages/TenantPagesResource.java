package org.freehold.web.pages;

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
import org.freehold.pages.TenantPageDetails;
import org.freehold.pages.TenantPageFields;
import org.freehold.pages.TenantPages;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** What is in the menu of a tenant's product. */
@Area("Pages")
@Path("pages")
@ApplicationScoped
@Produces("application/json")
public class TenantPagesResource {
  @Inject private TenantPages pages;

  @GET
  @Operation(
      summary = "Lists the pages of the tenant in the order of its menu",
      caller = Operation.Caller.SIGNED_IN,
      answers = TenantPageDetails.class,
      paged = true,
      problems = {"tenant_required"})
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, pages.list());
  }

  @GET
  @Path("{key}")
  @Operation(
      summary = "Tells a page",
      caller = Operation.Caller.SIGNED_IN,
      answers = TenantPageDetails.class,
      problems = {"tenant_required"})
  public Response details(@PathParam("key") String key) {
    return Answers.versioned(pages.details(key));
  }

  @PUT
  @Path("{key}")
  @Operation(
      summary = "Makes a page, or replaces all of it",
      permission = "settings:write",
      answers = TenantPageDetails.class,
      problems = {"too_many_pages"})
  public Response put(
      @PathParam("key") String key,
      @HeaderParam("If-Match") String ifMatch,
      TenantPageFields fields) {
    return Answers.versioned(pages.put(key, fields, Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{key}")
  @Operation(summary = "Deletes a page", permission = "settings:write", status = 204)
  public Response delete(@PathParam("key") String key, @HeaderParam("If-Match") String ifMatch) {
    pages.delete(key, Answers.expected(ifMatch));
    return Response.noContent().build();
  }
}
