package org.freehold.web.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.market.TemplateDetails;
import org.freehold.market.TemplateSummary;
import org.freehold.market.TemplateUseDetails;
import org.freehold.market.TemplateUses;
import org.freehold.market.Templates;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** Templates of tenants, and making tenants of them. */
@Area("Marketplace")
@Path("market/templates")
@ApplicationScoped
@Produces("application/json")
public class MarketTemplatesResource {
  @Inject private Templates templates;
  @Inject private TemplateUses uses;

  @GET
  @Operation(
      summary = "Lists the templates, each in its newest version",
      permission = "templates:read",
      answers = TemplateSummary.class,
      paged = true)
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, templates.list());
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a template: the newest version, or the one that is named",
      permission = "templates:read",
      answers = TemplateDetails.class)
  public Response details(@PathParam("id") String id, @QueryParam("version") String version) {
    return Response.ok(templates.details(id, version)).build();
  }

  @POST
  @Operation(
      summary = "Adds a version of a template, as an operator of the platform",
      permission = "templates:write",
      status = 201,
      answers = TemplateDetails.class,
      freeForm = true,
      problems = {"platform_only", "template_version_taken", "too_many_templates"})
  public Response add(JsonObject document) {
    TemplateDetails made = templates.add(document);
    return Response.status(201)
        .header("Location", "/api/market/templates/" + made.id())
        .entity(made)
        .build();
  }

  @DELETE
  @Path("{id}/versions/{version}")
  @Operation(
      summary = "Deletes a version that was added; what was made of it stays",
      permission = "templates:write",
      status = 204,
      problems = {"platform_only", "template_shipped"})
  public Response delete(@PathParam("id") String id, @PathParam("version") String version) {
    templates.delete(id, version);
    return Response.noContent().build();
  }

  @POST
  @Path("{id}/use")
  @Operation(
      summary = "Makes a tenant of a template, in a run that can be watched",
      permission = "templates:write",
      status = 202,
      answers = TemplateUseDetails.class,
      freeForm = true,
      problems = {"platform_only", "slug_taken", "people_only", "plan_id_taken", "too_many_plans"})
  public Response use(
      @PathParam("id") String id, @QueryParam("version") String version, JsonObject answers) {
    TemplateUseDetails use = uses.use(id, version, answers);
    return Response.accepted(use)
        .header("Location", "/api/jobs/runs/" + use.runId().value())
        .build();
  }
}
