package org.freehold.web.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.releases.bundle.BundleSchema;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** What editors and pipelines hold a bundle to before they send it. */
@Area("Releases")
@Path("schemas/release-bundle.json")
@ApplicationScoped
public class BundleSchemaResource {
  private static final String SCHEMA = BundleSchema.text();

  @GET
  @Produces("application/schema+json")
  @Operation(
      summary = "The JSON Schema of the bundle of a release",
      caller = Operation.Caller.ANYBODY)
  public Response bundleSchema() {
    return Response.ok(SCHEMA).header("Cache-Control", "public, max-age=300").build();
  }
}
