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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.flags.FlagAnswer;
import org.freehold.flags.FlagChangeDetails;
import org.freehold.flags.FlagDetails;
import org.freehold.flags.FlagEvaluations;
import org.freehold.flags.FlagFields;
import org.freehold.flags.FlagQuestion;
import org.freehold.flags.FlagSwitch;
import org.freehold.flags.FlagUndo;
import org.freehold.flags.Flags;
import org.freehold.platform.Invalid;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The feature flags of the tenant. */
@Area("Feature flags")
@Path("flags")
@ApplicationScoped
@Produces("application/json")
public class FlagsResource {
  @Inject private Flags flags;
  @Inject private FlagEvaluations evaluations;

  @GET
  @Operation(
      summary = "Lists the flags",
      permission = "flags:read",
      answers = FlagDetails.class,
      paged = true,
      sorts = {"key", "-updated_at"})
  public Response list(
      @BeanParam FlagParameters filter, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, flags.list(filter.filter(), page.request()));
  }

  @POST
  @Operation(
      summary = "Makes a flag",
      permission = "flags:write",
      status = 201,
      answers = FlagDetails.class,
      problems = {"name_taken", "too_many_flags"})
  public Response create(FlagFields fields, @Context UriInfo uri) {
    FlagDetails flag = flags.create(fields);
    return Answers.created(uri, flag.key(), flag);
  }

  @GET
  @Path("{key}")
  @Operation(summary = "Tells a flag", permission = "flags:read", answers = FlagDetails.class)
  public Response details(@PathParam("key") String key) {
    return Answers.versioned(flags.details(key));
  }

  @PUT
  @Path("{key}")
  @Operation(
      summary = "Replaces a flag but for its key; what is absent takes its default",
      permission = "flags:write",
      answers = FlagDetails.class)
  public Response replace(
      @PathParam("key") String key, @HeaderParam("If-Match") String ifMatch, FlagFields fields) {
    return Answers.versioned(flags.replace(key, fields, Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{key}")
  @Operation(
      summary = "Deletes a flag; its history stays, and brings it back by undoing",
      permission = "flags:write",
      status = 204,
      problems = {"flag_needed"})
  public Response delete(
      @PathParam("key") String key,
      @QueryParam("reason") String reason,
      @HeaderParam("If-Match") String ifMatch) {
    if (reason != null && reason.length() > FlagFields.REASON) {
      throw Invalid.at("reason", "size", "At most " + FlagFields.REASON + " characters.");
    }
    flags.delete(key, reason, Answers.expected(ifMatch));
    return Response.noContent().build();
  }

  @POST
  @Path("{key}/toggle")
  @Operation(
      summary = "Switches a flag on or off, in one environment or in all at once",
      permission = "flags:write",
      answers = FlagDetails.class)
  public Response toggle(
      @PathParam("key") String key, @HeaderParam("If-Match") String ifMatch, FlagSwitch wished) {
    return Answers.versioned(flags.toggle(key, wished, Answers.expected(ifMatch)));
  }

  @GET
  @Path("{key}/history")
  @Operation(
      summary = "Lists what was done to a flag, the newest first",
      permission = "flags:read",
      answers = FlagChangeDetails.class,
      paged = true,
      sorts = {"-at"})
  public Response history(
      @PathParam("key") String key, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, flags.history(key, page.request()));
  }

  @POST
  @Path("{key}/undo")
  @Operation(
      summary = "Makes a flag what it was before its last change, or before another of its history",
      permission = "flags:write",
      answers = FlagDetails.class,
      problems = {"nothing_to_undo", "too_many_flags"})
  public Response undo(
      @PathParam("key") String key, @HeaderParam("If-Match") String ifMatch, FlagUndo wished) {
    return Answers.versioned(flags.undo(key, wished, Answers.expected(ifMatch)));
  }

  @POST
  @Path("{key}/evaluate")
  @Operation(
      summary = "Tries a flag out: what it is for a context, and how it came to that",
      permission = "flags:read",
      answers = FlagAnswer.class)
  public Response evaluate(@PathParam("key") String key, FlagQuestion question) {
    return Response.ok(evaluations.explain(key, question)).build();
  }
}
