package org.freehold.web.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.market.TemplateUseDetails;
import org.freehold.market.TemplateUseId;
import org.freehold.market.TemplateUses;
import org.freehold.market.UsedThings;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** What was made of templates. */
@Area("Marketplace")
@Path("market/uses")
@ApplicationScoped
@Produces("application/json")
public class MarketUsesResource {
  @Inject private TemplateUses uses;
  @Inject private UsedThings things;

  @GET
  @Operation(
      summary = "Lists the tenants that were made of templates, the newest first",
      permission = "templates:read",
      answers = TemplateUseDetails.class,
      paged = true,
      sorts = {"-created_at"},
      problems = {"platform_only"})
  public Response list(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, uses.list(page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells what was made of a template, with links to all of it",
      permission = "templates:read",
      answers = TemplateUseDetails.class,
      problems = {"platform_only"})
  public Response details(@PathParam("id") TemplateUseId id) {
    return Response.ok(things.details(id)).build();
  }
}
