package org.freehold.web.releases;

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
import org.freehold.environments.LossPreview;
import org.freehold.projects.ProjectId;
import org.freehold.releases.Board;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.Deployments;
import org.freehold.releases.ExternalReleases;
import org.freehold.releases.Manifest;
import org.freehold.releases.NewRelease;
import org.freehold.releases.PlanDetails;
import org.freehold.releases.PrepareRelease;
import org.freehold.releases.PreparedRelease;
import org.freehold.releases.Promotions;
import org.freehold.releases.ReleaseDetails;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleasePreparation;
import org.freehold.releases.Releases;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The releases of the tenant and of the projects that the caller may see, and the steps taken. */
@Area("Releases")
@Path("releases")
@ApplicationScoped
@Produces("application/json")
public class ReleasesResource {
  @Inject private Releases releases;
  @Inject private ExternalReleases external;
  @Inject private Deployments deployments;
  @Inject private ReleasePreparation preparation;
  @Inject private Promotions promotions;

  @POST
  @Operation(
      summary =
          "Makes a draft; with status released it records what was deployed by other means, which needs releases:promote",
      permission = "releases:write",
      status = 201,
      answers = ReleaseDetails.class,
      problems = {"version_taken"})
  public Response createRelease(NewRelease fields, @Context UriInfo uri) {
    ReleaseDetails release =
        fields.isExternal()
            ? external.record(fields.projectId(), fields)
            : releases.create(fields.projectId(), fields);
    return Answers.unversioned(uri, release.id(), release);
  }

  @GET
  @Operation(
      summary = "Lists the releases that the caller may see",
      permission = "releases:read",
      answers = ReleaseDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response listReleases(
      @BeanParam PageParameters page,
      @BeanParam ReleaseParameters parameters,
      @QueryParam("project_id") ProjectId projectId,
      @Context UriInfo uri) {
    return Answers.page(uri, releases.list(parameters.filter(projectId), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells of a release",
      permission = "releases:read",
      answers = ReleaseDetails.class)
  public Response release(@PathParam("id") ReleaseId id) {
    return Response.ok(releases.details(id)).build();
  }

  @GET
  @Path("board")
  @Operation(
      summary = "Tells what is in each environment and what is on its way there",
      permission = "releases:read",
      answers = Board.class)
  public Response board(@QueryParam("project_id") ProjectId projectId) {
    return Response.ok(projectId == null ? deployments.board() : deployments.boardIn(projectId))
        .build();
  }

  @POST
  @Path("prepare")
  @Operation(
      summary = "Plans a bundle for an environment and tries it out on a copy of it",
      permission = "releases:write",
      answers = PreparedRelease.class,
      problems = {
        "version_taken",
        "bundle_immutable",
        "release_without_bundle",
        "release_external",
        "release_in_place",
        "findings_refuse",
        "dry_run_failed",
        "environment_unreachable",
        "environments_not_configured",
        "too_many_preparations"
      })
  public Response prepareRelease(PrepareRelease wish) {
    return Response.ok(preparation.prepare(wish)).build();
  }

  @POST
  @Path("promote")
  @Operation(
      summary = "Brings a prepared release into an environment",
      permission = "releases:promote",
      status = 202,
      answers = DeploymentDetails.class,
      problems = {
        "release_not_prepared",
        "deployment_not_ready",
        "manifest_changed",
        "upstream_not_live",
        "not_soaked",
        "approvals_missing",
        "rejected",
        "frozen",
        "drift",
        "deployment_in_progress",
        "environment_unreachable",
        "environments_not_configured"
      })
  public Response promoteRelease(PromoteRequest request) {
    return accepted(
        promotions.promote(request.releaseId(), request.toEnv(), request.waiveBackup()));
  }

  @POST
  @Path("rollback")
  @Operation(
      summary = "Undoes a release in an environment",
      permission = "releases:rollback",
      status = 202,
      answers = DeploymentDetails.class,
      problems = {
        "release_not_in_place",
        "loss_not_accepted",
        "only_restore_remains",
        "manifest_changed",
        "deployment_in_progress",
        "environment_unreachable",
        "environments_not_configured"
      })
  public Response rollBackRelease(RollbackRequest request) {
    return accepted(
        promotions.rollBack(
            request.releaseId(), request.environment(), request.reason(), request.lossPreview()));
  }

  @GET
  @Path("{id}/plan")
  @Operation(
      summary = "Tells the plan of the newest deployment of a release, to an environment or to any",
      permission = "releases:read",
      answers = PlanDetails.class)
  public Response releasePlan(
      @PathParam("id") ReleaseId id, @QueryParam("environment") String environment) {
    return Response.ok(deployments.plan(id, environment)).build();
  }

  @GET
  @Path("{id}/manifest")
  @Operation(
      summary =
          "Tells the manifest of the newest deployment of a release, to an environment or to any",
      permission = "releases:read",
      answers = Manifest.class)
  public Response releaseManifest(
      @PathParam("id") ReleaseId id, @QueryParam("environment") String environment) {
    return Response.ok(deployments.manifest(id, environment)).build();
  }

  @GET
  @Path("{id}/rollback-preview")
  @Operation(
      summary = "Tells what undoing a release in an environment would lose now",
      permission = "releases:read",
      answers = LossPreview.class,
      problems = {"release_not_in_place", "environment_unreachable", "environments_not_configured"})
  public Response rollbackPreview(
      @PathParam("id") ReleaseId id, @QueryParam("environment") String environment) {
    return Response.ok(promotions.preview(id, environment)).build();
  }

  private static Response accepted(DeploymentDetails deployment) {
    return Response.accepted(deployment)
        .header(
            "Location",
            "/api/releases/"
                + deployment.release().value()
                + "/deployments/"
                + deployment.id().value())
        .build();
  }
}
