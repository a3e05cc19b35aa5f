package org.freehold.web.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.file.Files;
import org.freehold.retention.ArchiveContents;
import org.freehold.retention.RetentionArchiveDetails;
import org.freehold.retention.RetentionArchiveId;
import org.freehold.retention.RetentionArchives;
import org.freehold.retention.RetentionPlanId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.DeletedWhenSent;
import org.freehold.web.platform.PageParameters;

/** Where the events are that left the trail. */
@Area("Compliance")
@Path("compliance/retention-archives")
@ApplicationScoped
@Produces("application/json")
public class RetentionArchivesResource {
  @Inject private RetentionArchives archives;
  @Inject private ArchiveContents contents;

  @GET
  @Operation(
      summary = "Lists the archives of events that left the trail",
      permission = "compliance:read",
      answers = RetentionArchiveDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response listRetentionArchives(
      @BeanParam PageParameters page,
      @QueryParam("plan_id") RetentionPlanId plan,
      @Context UriInfo uri) {
    return Answers.page(uri, archives.list(plan, page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells an archive",
      permission = "compliance:read",
      answers = RetentionArchiveDetails.class)
  public Response retentionArchive(@PathParam("id") RetentionArchiveId id) {
    return Response.ok(archives.details(id)).build();
  }

  @GET
  @Path("{id}/content")
  @Produces("application/zip")
  @Operation(
      summary =
          "Gives the archive as it was certified: a bundle that is verified without the server",
      permission = "compliance:admin")
  public Response retentionArchiveContent(@PathParam("id") RetentionArchiveId id)
      throws IOException {
    java.nio.file.Path file = contents.open(id);
    return Response.ok(new DeletedWhenSent(file))
        .header("Content-Length", Files.size(file))
        .header("Content-Disposition", "attachment; filename=\"retention-" + id.value() + ".zip\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
