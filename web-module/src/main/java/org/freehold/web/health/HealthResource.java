package org.freehold.web.health;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.health.Health;
import org.freehold.health.HealthReport;
import org.freehold.health.HealthStatus;

/** Whether the installation is well, for balancers and for people. */
@Path("health")
@RequestScoped
@Produces("application/json")
public class HealthResource {
  /** One word. */
  public record Status(HealthStatus status) {}

  @Inject private Health health;

  @GET
  public Response overall() {
    return answer(health.overall());
  }

  @GET
  @Path("readiness")
  public Response readiness() {
    return answer(health.readiness());
  }

  /** The process answers: nothing else is asked. */
  @GET
  @Path("liveness")
  public Response liveness() {
    return answer(HealthStatus.UP);
  }

  @GET
  @Path("detailed")
  public HealthReport detailed() {
    return health.detailed();
  }

  private static Response answer(HealthStatus status) {
    return Response.status(status == HealthStatus.DOWN ? 503 : 200)
        .entity(new Status(status))
        .build();
  }
}
