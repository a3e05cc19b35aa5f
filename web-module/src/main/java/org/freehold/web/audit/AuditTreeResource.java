package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.audit.sealing.AuditCheckpoints;
import org.freehold.audit.sealing.AuditTiles;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** The tree over the trail under the paths that C2SP tlog-tiles gives it. */
@Area("Audit")
@Path("audit/tree")
@ApplicationScoped
public class AuditTreeResource {
  @Inject private AuditCheckpoints checkpoints;
  @Inject private AuditTiles tiles;

  @GET
  @Path("checkpoint")
  @Produces("text/plain; charset=utf-8")
  @Operation(
      summary = "The newest checkpoint, where readers of tiles look for it (C2SP tlog-tiles)",
      permission = "audit:read",
      problems = {"audit_trail_damaged", "not_found"})
  public Response treeCheckpoint() {
    return Response.ok(checkpoints.newest().note()).header("Cache-Control", "no-store").build();
  }

  @GET
  @Path("tile/{level: [0-9]}/{tile: .+}")
  @Produces("application/octet-stream")
  @Operation(
      summary =
          "A tile of the tree: up to 256 hashes of events, or of full tiles of the level below; it"
              + " never changes (C2SP tlog-tiles)",
      permission = "audit:read",
      problems = "audit_trail_damaged")
  public Response treeTile(@PathParam("level") int level, @PathParam("tile") String tile) {
    return Response.ok(tiles.tile(level, tile).hashes())
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .build();
  }
}
