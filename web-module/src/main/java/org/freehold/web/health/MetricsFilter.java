package org.freehold.web.health;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/**
 * Times every request that reaches a resource, by its route and not by its path: ids would make a
 * series each.
 */
@Provider
@PreMatching
public class MetricsFilter implements ContainerRequestFilter {
  private static final String START = "org.freehold.start";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(START, System.nanoTime());
  }

  /** Records when the answer is known. */
  @Provider
  public static class Answered implements ContainerResponseFilter {
    @Inject private Metrics metrics;
    @Context private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (request.getProperty(START) instanceof Long start) {
        metrics.record(
            request.getMethod(),
            route(),
            response.getStatus(),
            Duration.ofNanos(System.nanoTime() - start));
      }
    }

    private String route() {
      if (resource.getResourceMethod() == null) {
        return "none";
      }
      Path onClass = resource.getResourceClass().getAnnotation(Path.class);
      Path onMethod = resource.getResourceMethod().getAnnotation(Path.class);
      return "/api/"
          + (onClass == null ? "" : onClass.value())
          + (onMethod == null ? "" : "/" + onMethod.value());
    }
  }
}
