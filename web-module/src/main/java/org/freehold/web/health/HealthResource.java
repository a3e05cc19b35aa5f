package org.freehold.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.health.Health;
import org.freehold.health.HealthReport;
import org.freehold.health.HealthStatus;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.releases.metrics.ReleaseHealth;
import org.freehold.releases.metrics.ReleasesAtAGlance;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Whether the installation is well, for balancers and for people. */
@Area("Health")
@Path("health")
@ApplicationScoped
@Produces("application/json")
public class HealthResource {
  /** One word. */
  public record Status(HealthStatus status) {}

  /** What whoever is signed in to a tenant is told as well. */
  public record StatusAndReleases(HealthStatus status, ReleasesAtAGlance releases) {}

  @Inject private Health health;
  @Inject private ReleaseHealth releases;

  @GET
  @Operation(
      summary =
          "Tells how all parts are, in one word; to whoever is signed in also how releases are",
      caller = Operation.Caller.ANYBODY,
      answers = HealthResource.StatusAndReleases.class,
      alsoAnswers = 503)
  public Response overall() {
    HealthStatus status = health.overall();
    CallContext call = CurrentCall.get();
    boolean known = call.actor().kind() != Actor.Kind.ANONYMOUS && call.tenant() != null;
    return known ? answer(status, new StatusAndReleases(status, releases.now())) : answer(status);
  }

  @GET
  @Path("readiness")
  @Operation(
      summary = "Tells whether requests can be served",
      caller = Operation.Caller.ANYBODY,
      answers = HealthResource.Status.class,
      alsoAnswers = 503)
  public Response readiness() {
    return answer(health.readiness());
  }

  /** The process answers: nothing else is asked. */
  @GET
  @Path("liveness")
  @Operation(
      summary = "Tells that the process answers",
      caller = Operation.Caller.ANYBODY,
      answers = HealthResource.Status.class)
  public Response liveness() {
    return answer(HealthStatus.UP);
  }

  @GET
  @Path("detailed")
  @Operation(
      summary = "Tells how every part is",
      permission = "system:read",
      answers = HealthReport.class)
  public HealthReport detailed() {
    return health.detailed();
  }

  private static Response answer(HealthStatus status) {
    return answer(status, new Status(status));
  }

  private static Response answer(HealthStatus status, Record body) {
    return Response.status(status == HealthStatus.DOWN ? 503 : 200).entity(body).build();
  }
}
