package org.freehold.web.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Jobs;
import org.freehold.jobs.LogLine;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunFilter;
import org.freehold.jobs.RunStatus;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The runs of jobs: how far they are, their logs, and the steps that people take. */
@Area("Jobs")
@Path("jobs/runs")
@ApplicationScoped
@Produces("application/json")
public class JobRunsResource {
  @Inject private Jobs jobs;
  @Inject private RunStreams streams;

  @GET
  @Operation(
      summary = "Lists the runs of all jobs, the newest first",
      permission = "jobs:read",
      answers = RunDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response list(
      @BeanParam PageParameters page,
      @QueryParam("job") String job,
      @OneOf(RunStatus.class) @QueryParam("status") String status,
      @Context UriInfo uri) {
    RunFilter filter = new RunFilter(job, JobsResource.parsed(status));
    return Answers.page(uri, jobs.runs(filter, page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells a run", permission = "jobs:read", answers = RunDetails.class)
  public Response run(@PathParam("id") JobRunId id) {
    return Response.ok(jobs.run(id)).build();
  }

  @GET
  @Path("{id}/logs")
  @Operation(
      summary = "Lists what a run had to say, the oldest line first",
      permission = "jobs:read",
      answers = LogLine.class,
      paged = true,
      sorts = {"time"})
  public Response logs(
      @PathParam("id") JobRunId id, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, jobs.log(id, page.request()));
  }

  @GET
  @Path("{id}/events")
  @Produces("text/event-stream")
  @Operation(
      summary =
          "Streams a run: an event \"run\" with its JSON at every change, until it has ended or ten"
              + " minutes have passed",
      permission = "jobs:read",
      problems = {"too_many_streams"})
  public void events(@PathParam("id") JobRunId id, @Context SseEventSink sink, @Context Sse sse) {
    streams.open(id, sink, sse);
  }

  @POST
  @Path("{id}/stop")
  @Operation(
      summary = "Stops a run at its next checkpoint",
      permission = "jobs:write",
      status = 202,
      answers = RunDetails.class,
      problems = {"run_not_running"})
  public Response stop(@PathParam("id") JobRunId id) {
    return JobsResource.accepted(jobs.stop(id));
  }

  @POST
  @Path("{id}/restart")
  @Operation(
      summary = "Lets a failed or stopped run go on from its checkpoint",
      permission = "jobs:write",
      status = 202,
      answers = RunDetails.class,
      problems = {"run_not_restartable"})
  public Response restart(@PathParam("id") JobRunId id) {
    return JobsResource.accepted(jobs.restart(id));
  }

  @POST
  @Path("{id}/abandon")
  @Operation(
      summary = "Gives a run up for good",
      permission = "jobs:write",
      status = 202,
      answers = RunDetails.class,
      problems = {"run_not_abandonable"})
  public Response abandon(@PathParam("id") JobRunId id) {
    return JobsResource.accepted(jobs.abandon(id));
  }
}
