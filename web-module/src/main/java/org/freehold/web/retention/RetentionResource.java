package org.freehold.web.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.freehold.platform.Page;
import org.freehold.retention.RetentionPolicies;
import org.freehold.retention.RetentionPolicyDetails;
import org.freehold.retention.RetentionPolicyFields;
import org.freehold.retention.RetentionPreview;
import org.freehold.retention.RetentionQuestion;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** For how long the tenant keeps each class of its data. */
@Area("Compliance")
@Path("compliance/retention")
@ApplicationScoped
@Produces("application/json")
public class RetentionResource {
  @Inject private RetentionPolicies policies;

  @GET
  @Operation(
      summary = "Lists the classes of data, and for how long each is kept",
      permission = "compliance:read",
      answers = RetentionPolicyDetails.class,
      paged = true)
  public Response listRetention(@Context UriInfo uri) {
    return Answers.page(uri, new Page<>(policies.list(), null));
  }

  @GET
  @Path("{data_class}")
  @Operation(
      summary = "Tells for how long a class of data is kept",
      permission = "compliance:read",
      answers = RetentionPolicyDetails.class)
  public Response retention(@PathParam("data_class") String dataClass) {
    return Answers.versioned(policies.policy(dataClass));
  }

  @PUT
  @Path("{data_class}")
  @Operation(
      summary = "Changes for how long a class of data is kept; for people, not for keys",
      permission = "compliance:admin",
      answers = RetentionPolicyDetails.class,
      problems = {"plan_required", "people_only"})
  public Response changeRetention(
      @PathParam("data_class") String dataClass,
      @HeaderParam("If-Match") String ifMatch,
      RetentionPolicyFields fields) {
    return Answers.versioned(policies.change(dataClass, fields, Answers.expected(ifMatch)));
  }

  @POST
  @Path("{data_class}/preview")
  @Operation(
      summary = "Counts what would be removed if data were kept for so many days; nothing is",
      permission = "compliance:read",
      answers = RetentionPreview.class)
  public Response previewRetention(
      @PathParam("data_class") String dataClass, RetentionQuestion question) {
    return Response.ok(policies.preview(dataClass, question)).build();
  }
}
