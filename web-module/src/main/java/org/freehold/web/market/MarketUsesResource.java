package org.freehold.web.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.market.PreparedUpgrade;
import org.freehold.market.TemplateUpgrade;
import org.freehold.market.TemplateUpgrades;
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
  @Inject private TemplateUpgrades upgrades;

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

  @GET
  @Path("{id}/upgrade")
  @Operation(
      summary = "Shows what the newest version of its template would make of the tenant",
      permission = "templates:read",
      answers = TemplateUpgrade.class,
      problems = {"platform_only", "no_newer_template", "template_use_not_made"})
  public Response upgrade(@PathParam("id") TemplateUseId id) {
    return Response.ok(upgrades.preview(id)).build();
  }

  @POST
  @Path("{id}/upgrade")
  @Operation(
      summary = "Prepares a release in the tenant that carries it to the newest version",
      permission = "templates:write",
      status = 201,
      answers = PreparedUpgrade.class,
      problems = {
        "platform_only",
        "no_newer_template",
        "nothing_to_carry",
        "template_use_not_made",
        "findings_refuse",
        "dry_run_failed",
        "environment_unreachable",
        "environments_not_configured",
        "too_many_preparations"
      })
  public Response prepareUpgrade(@PathParam("id") TemplateUseId id) {
    PreparedUpgrade prepared = upgrades.prepare(id);
    return Response.status(201).header("Location", prepared.href()).entity(prepared).build();
  }
}
