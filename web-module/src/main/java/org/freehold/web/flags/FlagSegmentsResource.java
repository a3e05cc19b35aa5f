package org.freehold.web.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.flags.FlagSegments;
import org.freehold.flags.SegmentDetails;
import org.freehold.flags.SegmentFields;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The segments that rules of flags can name. */
@Area("Feature flags")
@Path("flags/segments")
@ApplicationScoped
@Produces("application/json")
public class FlagSegmentsResource {
  @Inject private FlagSegments segments;

  @GET
  @Operation(
      summary = "Lists the segments",
      permission = "flags:read",
      answers = SegmentDetails.class,
      paged = true,
      sorts = {"key"})
  public Response list(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, segments.list(page.request()));
  }

  @POST
  @Operation(
      summary = "Makes a segment",
      permission = "flags:write",
      status = 201,
      answers = SegmentDetails.class,
      problems = {"name_taken", "too_many_segments"})
  public Response create(SegmentFields fields, @Context UriInfo uri) {
    SegmentDetails segment = segments.create(fields);
    return Answers.created(uri, segment.key(), segment);
  }

  @GET
  @Path("{key}")
  @Operation(summary = "Tells a segment", permission = "flags:read", answers = SegmentDetails.class)
  public Response details(@PathParam("key") String key) {
    return Answers.versioned(segments.details(key));
  }

  @PUT
  @Path("{key}")
  @Operation(
      summary = "Replaces a segment but for its key",
      permission = "flags:write",
      answers = SegmentDetails.class)
  public Response replace(
      @PathParam("key") String key, @HeaderParam("If-Match") String ifMatch, SegmentFields fields) {
    return Answers.versioned(segments.replace(key, fields, Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{key}")
  @Operation(
      summary = "Deletes a segment that no rule names",
      permission = "flags:write",
      status = 204,
      problems = {"segment_in_use"})
  public Response delete(@PathParam("key") String key, @HeaderParam("If-Match") String ifMatch) {
    segments.delete(key, Answers.expected(ifMatch));
    return Response.noContent().build();
  }
}
