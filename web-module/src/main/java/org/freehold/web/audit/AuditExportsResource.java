package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.freehold.audit.sealing.AuditBundle;
import org.freehold.audit.sealing.AuditExports;
import org.freehold.audit.sealing.AuditPeriod;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.DeletedWhenSent;

/** Periods of the trail for auditors. */
@Area("Audit")
@Path("audit/exports")
@ApplicationScoped
@Produces("application/zip")
public class AuditExportsResource {
  @Inject private AuditExports exports;

  @POST
  @Operation(
      summary =
          "Gives a period of the trail as a bundle that is verified without the server: events,"
              + " proof that none is missing between the first and the last, checkpoints, public keys,"
              + " and personal values apart",
      permission = "audit:export",
      problems = {"not_found", "retention_at_work"})
  public Response exportTrail(AuditPeriod period) throws IOException {
    AuditBundle bundle = exports.export(period);
    return Response.ok(new DeletedWhenSent(bundle.file()))
        .header("Content-Length", Files.size(bundle.file()))
        .header("Content-Disposition", "attachment; filename=\"" + bundle.name() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
