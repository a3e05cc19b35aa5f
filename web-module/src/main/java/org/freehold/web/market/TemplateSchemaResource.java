package org.freehold.web.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.market.TemplateSchema;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** What a template is held to. */
@Area("Marketplace")
@Path("schemas/template.json")
@ApplicationScoped
public class TemplateSchemaResource {
  private static final String SCHEMA = TemplateSchema.text();

  @GET
  @Produces("application/schema+json")
  @Operation(summary = "The JSON Schema of a template", caller = Operation.Caller.ANYBODY)
  public Response templateSchema() {
    return Response.ok(SCHEMA).header("Cache-Control", "public, max-age=300").build();
  }
}
