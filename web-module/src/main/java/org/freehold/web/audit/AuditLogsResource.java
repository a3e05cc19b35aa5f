package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.audit.AuditActionDetails;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.AuditLog;
import org.freehold.audit.sealing.AuditProofs;
import org.freehold.audit.sealing.EventProof;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The trail of the tenant. */
@Area("Audit")
@Path("audit-logs")
@ApplicationScoped
@Produces("application/json")
public class AuditLogsResource {
  @Inject private AuditLog log;
  @Inject private AuditProofs proofs;

  @GET
  @Operation(
      summary = "Lists the trail of the tenant",
      permission = "audit:read",
      answers = AuditEventDetails.class,
      paged = true,
      sorts = "-timestamp")
  public Response list(
      @BeanParam PageParameters page, @BeanParam AuditParameters parameters, @Context UriInfo uri) {
    return Answers.page(uri, log.list(parameters.filter(), page.request()));
  }

  @GET
  @Path("actions")
  @Operation(
      summary = "Tells which actions the product puts on record, and what they mean",
      permission = "audit:read",
      answers = AuditActionDetails.class,
      paged = true)
  public Response auditActions() {
    return Response.ok(log.actions()).build();
  }

  @GET
  @Path("{id}/proof")
  @Operation(
      summary =
          "Proves an event without the server: its bytes, its place, and the checkpoint that they"
              + " lead to",
      permission = "audit:read",
      answers = EventProof.class,
      problems = "audit_trail_damaged")
  public Response eventProof(@PathParam("id") AuditEventId id) {
    return Response.ok(proofs.of(id)).build();
  }
}
