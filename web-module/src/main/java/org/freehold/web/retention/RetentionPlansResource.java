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
import org.freehold.platform.json.WireNames;
import org.freehold.retention.PlanDecision;
import org.freehold.retention.PlanStatus;
import org.freehold.retention.RetentionPlanDetails;
import org.freehold.retention.RetentionPlanId;
import org.freehold.retention.RetentionPlans;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.PageParameters;

/** What has expired, and who lets it go. */
@Area("Compliance")
@Path("compliance/retention-plans")
@ApplicationScoped
@Produces("application/json")
public class RetentionPlansResource {
  @Inject private RetentionPlans plans;

  @GET
  @Operation(
      summary = "Lists the months that have expired and how far their removal is",
      permission = "compliance:read",
      answers = RetentionPlanDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response listRetentionPlans(
      @BeanParam PageParameters page,
      @OneOf(PlanStatus.class) @QueryParam("status") String status,
      @Context UriInfo uri) {
    PlanStatus wanted =
        WireNames.constant(
                PlanStatus.class, EnumParameter.check(PlanStatus.class, "status", status))
            .orElse(null);
    return Answers.page(uri, plans.list(wanted, page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells how far the removal of a month is",
      permission = "compliance:read",
      answers = RetentionPlanDetails.class)
  public Response retentionPlan(@PathParam("id") RetentionPlanId id) {
    return Answers.versioned(plans.details(id));
  }

  @POST
  @Path("{id}/approve")
  @Operation(
      summary =
          "Lets a month go: the next run archives and removes it; not by whoever changed the policy last",
      permission = "compliance:admin",
      answers = RetentionPlanDetails.class,
      problems = {"people_only", "second_person_required", "plan_decided"})
  public Response approveRetentionPlan(@PathParam("id") RetentionPlanId id, PlanDecision decision) {
    return Answers.versioned(plans.approve(id, decision));
  }

  @POST
  @Path("{id}/reject")
  @Operation(
      summary = "Keeps a month until somebody approves its removal",
      permission = "compliance:admin",
      answers = RetentionPlanDetails.class,
      problems = {"people_only", "plan_decided"})
  public Response rejectRetentionPlan(@PathParam("id") RetentionPlanId id, PlanDecision decision) {
    return Answers.versioned(plans.reject(id, decision));
  }
}
