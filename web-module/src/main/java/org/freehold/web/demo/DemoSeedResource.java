package org.freehold.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.demo.DemoSeeding;
import org.freehold.demo.SeedDemo;
import org.freehold.jobs.RunDetails;
import org.freehold.web.jobs.JobsResource;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Fills a tenant with demo data. */
@Area("Administration")
@Path("admin/seed-demo")
@ApplicationScoped
@Produces("application/json")
public class DemoSeedResource {
  @Inject private DemoSeeding seeding;

  @POST
  @Operation(
      summary = "Fills a tenant with demo data, in a run that can be watched",
      permission = "tenants:admin",
      status = 202,
      answers = RunDetails.class,
      problems = {"tenant_suspended", "tenant_archived"})
  public Response seed(SeedDemo wish) {
    return JobsResource.accepted(seeding.request(wish));
  }
}
