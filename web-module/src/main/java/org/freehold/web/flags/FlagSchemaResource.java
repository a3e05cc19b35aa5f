package org.freehold.web.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.flags.FlagSchema;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** What editors and pipelines hold a flag to before they send it. */
@Area("Feature flags")
@Path("schemas/feature-flag.json")
@ApplicationScoped
public class FlagSchemaResource {
  private static final String SCHEMA = FlagSchema.text();

  @GET
  @Produces("application/schema+json")
  @Operation(summary = "The JSON Schema of a feature flag", caller = Operation.Caller.ANYBODY)
  public Response flagSchema() {
    return Response.ok(SCHEMA).header("Cache-Control", "public, max-age=300").build();
  }
}
