package org.freehold.web.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.freehold.tenancy.AccessRulesDetails;
import org.freehold.tenancy.AccessRulesFields;
import org.freehold.tenancy.TenantAccessRules;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;

/** Whom a tenant lets in. */
@Area("Tenants")
@Path("tenants/{slug}/access-rules")
@ApplicationScoped
@Produces("application/json")
public class TenantAccessRulesResource {
  @Inject private TenantAccessRules rules;
  @Inject private Merge merge;

  @GET
  @Operation(
      summary =
          "Tells from which addresses a tenant is called, and of which domains its people are",
      permission = "tenants:read",
      answers = AccessRulesDetails.class)
  public Response details(@PathParam("slug") String slug) {
    return Answers.versioned(rules.details(slug));
  }

  @PUT
  @Operation(
      summary = "Replaces the rules; what is absent is off",
      permission = "tenants:write",
      answers = AccessRulesDetails.class,
      problems = {"last_administrator", "would_lock_you_out"})
  public Response replace(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") String ifMatch,
      AccessRulesFields fields) {
    return changed(slug, merge.replace(fields), ifMatch);
  }

  @PATCH
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes the rules by a merge patch (RFC 7396)",
      permission = "tenants:write",
      answers = AccessRulesDetails.class,
      patches = AccessRulesFields.class,
      problems = {"last_administrator", "would_lock_you_out"})
  public Response change(
      @PathParam("slug") String slug, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return changed(slug, merge.patch(AccessRulesFields.class, patch), ifMatch);
  }

  private Response changed(String slug, UnaryOperator<AccessRulesFields> change, String ifMatch) {
    return Answers.versioned(rules.change(slug, change, Answers.expected(ifMatch)));
  }
}
