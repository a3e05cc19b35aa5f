package org.freehold.web.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.retention.HoldRelease;
import org.freehold.retention.Holds;
import org.freehold.retention.LegalHoldDetails;
import org.freehold.retention.LegalHoldFields;
import org.freehold.retention.LegalHoldId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** What must not be deleted. */
@Area("Compliance")
@Path("compliance/holds")
@ApplicationScoped
@Produces("application/json")
public class HoldsResource {
  @Inject private Holds holds;

  @GET
  @Operation(
      summary = "Lists the legal holds, the newest first",
      permission = "compliance:read",
      answers = LegalHoldDetails.class,
      paged = true,
      sorts = {"-placed_at"})
  public Response listHolds(
      @BeanParam PageParameters page, @QueryParam("active") Boolean active, @Context UriInfo uri) {
    return Answers.page(uri, holds.list(active, page.request()));
  }

  @POST
  @Operation(
      summary = "Places a legal hold: what it covers is not deleted any more",
      permission = "compliance:write",
      status = 201,
      answers = LegalHoldDetails.class,
      problems = {"people_only", "too_many_holds"})
  public Response placeHold(LegalHoldFields fields, @Context UriInfo uri) {
    LegalHoldDetails hold = holds.place(fields);
    return Answers.created(uri, hold.id(), hold);
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a legal hold",
      permission = "compliance:read",
      answers = LegalHoldDetails.class)
  public Response hold(@PathParam("id") LegalHoldId id) {
    return Answers.versioned(holds.details(id));
  }

  @POST
  @Path("{id}/release")
  @Operation(
      summary = "Releases a legal hold; by somebody else than the one who placed it",
      permission = "compliance:admin",
      answers = LegalHoldDetails.class,
      problems = {"people_only", "second_person_required", "hold_released"})
  public Response releaseHold(@PathParam("id") LegalHoldId id, HoldRelease release) {
    return Answers.versioned(holds.release(id, release));
  }
}
