package org.freehold.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.freehold.access.policies.AccessPolicies;
import org.freehold.access.policies.PolicyAttribute;
import org.freehold.access.policies.PolicyDetails;
import org.freehold.access.policies.PolicyFields;
import org.freehold.access.policies.PolicyId;
import org.freehold.access.policies.PolicyReport;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The policies of the tenant. */
@Area("Access")
@Path("policies")
@ApplicationScoped
@Produces("application/json")
public class PoliciesResource {
  @Inject private AccessPolicies policies;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a policy",
      permission = "policies:write",
      status = 201,
      answers = PolicyDetails.class,
      problems = {
        "too_many_policies",
        "name_taken",
        "last_administrator",
        "would_lock_you_out",
        "policy_above_caller"
      })
  public Response create(PolicyFields fields, @Context UriInfo uri) {
    PolicyDetails policy = policies.create(fields);
    return Answers.created(uri, policy.id(), policy);
  }

  @GET
  @Operation(
      summary = "Lists the policies",
      permission = "policies:read",
      answers = PolicyDetails.class,
      paged = true,
      sorts = {"name", "priority"})
  public Response list(
      @BeanParam PolicyParameters filter, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, policies.list(filter.filter(), page.request()));
  }

  @POST
  @Path("check")
  @Operation(
      summary = "Tells what would be wrong with a policy; nothing is saved",
      permission = "policies:read",
      answers = PolicyReport.class)
  public Response check(PolicyFields fields) {
    return Response.ok(policies.check(fields)).build();
  }

  @GET
  @Path("attributes")
  @Operation(
      summary = "The attributes that conditions can test",
      permission = "policies:read",
      answers = PolicyAttribute.class,
      paged = true)
  public Response attributes(@Context UriInfo uri) {
    return Answers.page(uri, policies.attributes());
  }

  @GET
  @Path("schema")
  @Produces("application/schema+json")
  @Operation(summary = "The JSON Schema (draft 2020-12) of a policy", permission = "policies:read")
  public Response schema() {
    return Response.ok(policies.schema()).build();
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a policy",
      permission = "policies:read",
      answers = PolicyDetails.class)
  public Response details(@PathParam("id") PolicyId id) {
    return Answers.versioned(policies.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a policy; what is absent takes its default",
      permission = "policies:write",
      answers = PolicyDetails.class,
      problems = {"name_taken", "last_administrator", "would_lock_you_out", "policy_above_caller"})
  public Response replace(
      @PathParam("id") PolicyId id, @HeaderParam("If-Match") String ifMatch, PolicyFields fields) {
    return changed(id, merge.replace(fields), ifMatch);
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a policy by a merge patch (RFC 7396), or switches it off and on",
      permission = "policies:write",
      answers = PolicyDetails.class,
      patches = PolicyFields.class,
      problems = {"name_taken", "last_administrator", "would_lock_you_out", "policy_above_caller"})
  public Response change(
      @PathParam("id") PolicyId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return changed(id, merge.patch(PolicyFields.class, patch), ifMatch);
  }

  private Response changed(PolicyId id, UnaryOperator<PolicyFields> change, String ifMatch) {
    return Answers.versioned(policies.change(id, change, Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Deletes a policy",
      permission = "policies:write",
      status = 204,
      problems = {"last_administrator", "would_lock_you_out", "policy_above_caller"})
  public Response delete(@PathParam("id") PolicyId id, @HeaderParam("If-Match") String ifMatch) {
    policies.delete(id, Answers.expected(ifMatch));
    return Response.noContent().build();
  }
}
