package org.freehold.web.releases.approvals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.releases.Releases;
import org.freehold.releases.approvals.ApprovalDetails;
import org.freehold.releases.approvals.DsseEnvelope;
import org.freehold.releases.approvals.ReleaseApprovalId;
import org.freehold.releases.approvals.ReleaseApprovals;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** What people said of the plans of a release, and its proof. */
@Area("Releases")
@Path("releases/{id}/approvals")
@ApplicationScoped
@Produces("application/json")
public class ReleaseApprovalsResource {
  @Inject private ReleaseApprovals approvals;
  @Inject private Releases releases;

  static String pathOf(ApprovalDetails approval) {
    return "/api/releases/" + approval.release().value() + "/approvals/" + approval.id().value();
  }

  @GET
  @Operation(
      summary = "Lists what people said of the plans of a release, the oldest first",
      permission = "releases:read",
      answers = ApprovalDetails.class,
      paged = true)
  public Response listApprovals(@PathParam("id") String id, @Context UriInfo uri) {
    return Answers.page(uri, approvals.list(releases.idOf(id)));
  }

  @GET
  @Path("{approval_id}")
  @Operation(
      summary = "Tells what somebody said of a plan of a release",
      permission = "releases:read",
      answers = ApprovalDetails.class)
  public Response approval(
      @PathParam("id") String id, @PathParam("approval_id") ReleaseApprovalId approval) {
    return Response.ok(approvals.details(releases.idOf(id), approval)).build();
  }

  @GET
  @Path("{approval_id}/envelope")
  @Operation(
      summary =
          "The proof of an approval: an in-toto statement in a DSSE envelope, to verify offline",
      permission = "releases:read",
      answers = DsseEnvelope.class)
  public Response approvalEnvelope(
      @PathParam("id") String id, @PathParam("approval_id") ReleaseApprovalId approval) {
    return Response.ok(approvals.envelope(releases.idOf(id), approval)).build();
  }
}
