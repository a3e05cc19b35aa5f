package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.audit.sealing.AuditCheckpoints;
import org.freehold.audit.sealing.AuditKeyDetails;
import org.freehold.audit.sealing.AuditKeyRotation;
import org.freehold.audit.sealing.CheckpointDetails;
import org.freehold.audit.sealing.ConsistencyProof;
import org.freehold.platform.Page;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** What is signed over the trail, and with which keys. */
@Area("Audit")
@Path("audit")
@ApplicationScoped
@Produces("application/json")
public class AuditCheckpointsResource {
  @Inject private AuditCheckpoints checkpoints;
  @Inject private AuditKeyRotation rotation;

  @GET
  @Path("checkpoint")
  @Produces("text/plain; charset=utf-8")
  @Operation(
      summary =
          "Signs a checkpoint over all events so far, or gives the newest when nothing happened since"
              + " (C2SP tlog-checkpoint); to operators over the trail of the platform",
      permission = "audit:read",
      problems = {"audit_trail_damaged", "not_found"})
  public Response newestCheckpoint() {
    return Response.ok(checkpoints.newest().note()).header("Cache-Control", "no-store").build();
  }

  @GET
  @Path("checkpoints")
  @Operation(
      summary = "Lists the checkpoints that were signed",
      permission = "audit:read",
      answers = CheckpointDetails.class,
      paged = true,
      sorts = "-size",
      problems = "audit_trail_damaged")
  public Response listCheckpoints(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, checkpoints.list(page.request()));
  }

  @GET
  @Path("consistency")
  @Operation(
      summary =
          "Shows that the trail of one size is the beginning of the trail of another, or of what is"
              + " sealed now",
      permission = "audit:read",
      answers = ConsistencyProof.class,
      problems = {"audit_trail_damaged", "not_found"})
  public Response consistency(
      @QueryParam("from") @DefaultValue("0") long from, @QueryParam("to") Long to) {
    return Response.ok(checkpoints.consistency(from, to)).build();
  }

  @POST
  @Path("keys/rotate")
  @Operation(
      summary =
          "Makes a new key that signs checkpoints from now on, introduced by the one before; for"
              + " operators of the platform",
      permission = "system:admin",
      answers = AuditKeyDetails.class,
      problems = {"people_only", "platform_only", "audit_key_just_rotated", "audit_trail_damaged"})
  public Response rotateCheckpointKey() {
    return Response.ok(rotation.rotate()).build();
  }

  @GET
  @Path("keys")
  @Operation(
      summary = "The public keys of checkpoints, all that ever signed, the newest first",
      caller = Operation.Caller.ANYBODY,
      answers = AuditKeyDetails.class,
      paged = true,
      problems = "audit_trail_damaged")
  public Response checkpointKeys(@QueryParam("log") String log, @Context UriInfo uri) {
    return Answers.page(uri, new Page<>(checkpoints.keys(log), null));
  }
}
