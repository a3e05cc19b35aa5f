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
import java.util.Map;
import org.freehold.jobs.JobDetails;
import org.freehold.jobs.Jobs;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunFilter;
import org.freehold.jobs.RunParameters;
import org.freehold.jobs.RunRequest;
import org.freehold.jobs.RunStatus;
import org.freehold.platform.Page;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.PageParameters;

/** The jobs that there are, and starting them. */
@Area("Jobs")
@Path("jobs")
@ApplicationScoped
@Produces("application/json")
public class JobsResource {
  @Inject private Jobs jobs;

  @GET
  @Operation(
      summary = "Lists the jobs that there are, each with its last run",
      permission = "jobs:read",
      answers = JobDetails.class,
      paged = true)
  public Response list() {
    return Response.ok(new Page<>(jobs.list(), null)).build();
  }

  @POST
  @Operation(
      summary = "Starts a job",
      permission = "jobs:write",
      status = 202,
      answers = RunDetails.class)
  public Response start(RunRequest request) {
    return accepted(jobs.start(request.name(), request.parameters()));
  }

  @GET
  @Path("{name}/runs")
  @Operation(
      summary = "Lists the runs of a job, the newest first",
      permission = "jobs:read",
      answers = RunDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response runs(
      @PathParam("name") String name,
      @BeanParam PageParameters page,
      @OneOf(RunStatus.class) @QueryParam("status") String status,
      @Context UriInfo uri) {
    return Answers.page(uri, jobs.runs(new RunFilter(name, parsed(status)), page.request()));
  }

  @POST
  @Path("{name}/runs")
  @Operation(
      summary = "Starts the job in the path",
      permission = "jobs:write",
      status = 202,
      answers = RunDetails.class)
  public Response startRun(@PathParam("name") String name, RunParameters request) {
    return accepted(jobs.start(name, request == null ? Map.of() : request.parameters()));
  }

  static RunStatus parsed(String status) {
    return WireNames.constant(
            RunStatus.class, EnumParameter.check(RunStatus.class, "status", status))
        .orElse(null);
  }

  /** 202 with the place where the run can be watched. */
  public static Response accepted(RunDetails run) {
    return Response.accepted(run).header("Location", "/api/jobs/runs/" + run.id().value()).build();
  }
}
