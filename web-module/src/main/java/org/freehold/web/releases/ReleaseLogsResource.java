package org.freehold.web.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.Deployments;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleaseLogLine;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** What happens to a release in an environment, line by line. */
@Area("Releases")
@Path("releases/{id}/log")
@ApplicationScoped
@Produces("application/json")
public class ReleaseLogsResource {
  @Inject private Deployments deployments;
  @Inject private DeploymentStreams streams;

  @GET
  @Operation(
      summary =
          "Lists what the newest deployment of a release had to say, to an environment or to any,"
              + " the oldest line first",
      permission = "releases:read",
      answers = ReleaseLogLine.class,
      paged = true,
      sorts = {"time"})
  public Response releaseLog(
      @PathParam("id") ReleaseId id,
      @BeanParam PageParameters page,
      @QueryParam("environment") String environment,
      @Context UriInfo uri) {
    return Answers.page(uri, deployments.log(id, environment, page.request()));
  }

  @GET
  @Path("events")
  @Produces("text/event-stream")
  @Operation(
      summary =
          "Streams the newest deployment of a release, to an environment or to any: an event \"log\""
              + " for each line and an event \"deployment\" at every change, until nothing happens"
              + " to it any more or ten minutes have passed",
      permission = "releases:read",
      problems = {"too_many_streams"})
  public void releaseLogEvents(
      @PathParam("id") ReleaseId id,
      @QueryParam("environment") String environment,
      @Context SseEventSink sink,
      @Context Sse sse) {
    DeploymentDetails now = deployments.newest(id, environment);
    streams.open(id, now.id(), sink, sse);
  }
}
