package org.freehold.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.health.Health;
import org.freehold.platform.CurrentCall;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Metrics for a scraper at a known address, or for whoever may see the health of the system. */
@Area("Health")
@Path("metrics")
@ApplicationScoped
public class MetricsResource {
  @Inject private Metrics metrics;
  @Inject private Health health;

  @Inject
  @ConfigProperty(name = "freehold.metrics.addresses")
  private List<String> addresses;

  @GET
  @Produces("text/plain;version=0.0.4;charset=utf-8")
  @Operation(
      summary =
          "Metrics in the Prometheus text format; without sign-in for scrapers at known addresses",
      permission = "system:read")
  public String scrape() {
    if (!addresses.contains(CurrentCall.get().ipAddress())) {
      health.requireMaySee();
    }
    return metrics.scrape();
  }
}
