package org.freehold.web.releases.approvals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.releases.Releases;
import org.freehold.releases.approvals.ApprovalDetails;
import org.freehold.releases.approvals.ApprovalFields;
import org.freehold.releases.approvals.ReleaseApprovals;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Saying no to the plan of a release for an environment. */
@Area("Releases")
@Path("releases/{id}/reject")
@ApplicationScoped
@Produces("application/json")
public class ReleaseRejectResource {
  @Inject private ReleaseApprovals approvals;
  @Inject private Releases releases;

  @POST
  @Operation(
      summary = "Rejects the plan of a release for an environment; one rejection blocks it",
      permission = "releases:approve",
      status = 201,
      answers = ApprovalDetails.class,
      problems = {"people_only", "signature_required", "already_decided", "release_not_prepared"})
  public Response rejectRelease(@PathParam("id") String id, ApprovalFields fields) {
    ApprovalDetails approval = approvals.reject(releases.idOf(id), fields);
    return Response.status(201)
        .header("Location", ReleaseApprovalsResource.pathOf(approval))
        .entity(approval)
        .build();
  }
}
