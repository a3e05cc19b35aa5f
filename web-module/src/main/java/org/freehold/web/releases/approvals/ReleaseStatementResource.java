package org.freehold.web.releases.approvals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.WireNames;
import org.freehold.releases.Releases;
import org.freehold.releases.approvals.ApprovalDecision;
import org.freehold.releases.approvals.ReleaseApprovals;
import org.freehold.releases.approvals.StatementToSign;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.EnumParameter;

/** What an approver with a key of their own signs. */
@Area("Releases")
@Path("releases/{id}/statement")
@ApplicationScoped
@Produces("application/json")
public class ReleaseStatementResource {
  @Inject private ReleaseApprovals approvals;
  @Inject private Releases releases;

  @GET
  @Operation(
      summary = "What to sign in order to approve or reject with a registered key",
      permission = "releases:approve",
      answers = StatementToSign.class,
      problems = {"people_only", "release_not_prepared"})
  public Response statementToSign(
      @PathParam("id") String id,
      @QueryParam("environment") String environment,
      @OneOf(ApprovalDecision.class) @QueryParam("decision") String decision,
      @QueryParam("comment") String comment) {
    if (environment == null) {
      throw Invalid.at("environment", "required", "environment says where the release is to go.");
    }
    ApprovalDecision wanted =
        WireNames.constant(
                ApprovalDecision.class,
                EnumParameter.check(ApprovalDecision.class, "decision", decision))
            .orElse(ApprovalDecision.APPROVED);
    return Response.ok(approvals.statement(releases.idOf(id), environment, wanted, comment))
        .build();
  }
}
