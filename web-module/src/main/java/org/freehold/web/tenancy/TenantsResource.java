package org.freehold.web.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.platform.work.LeasedWork;
import org.freehold.tenancy.CreateTenant;
import org.freehold.tenancy.TenantDetails;
import org.freehold.tenancy.TenantFields;
import org.freehold.tenancy.TenantFilter;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantTier;
import org.freehold.tenancy.Tenants;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** Tenants and their states. */
@Area("Tenants")
@Path("tenants")
@ApplicationScoped
@Produces("application/json")
public class TenantsResource {
  @Inject private Tenants tenants;
  @Inject private LeasedWork work;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a tenant",
      permission = "tenants:write",
      status = 201,
      answers = TenantDetails.class,
      problems = {"people_only", "platform_only", "slug_taken"})
  public Response create(CreateTenant command, @Context UriInfo uri) {
    TenantDetails tenant = tenants.create(command);
    // The owner's membership is work in another tenant: begun now, by this node or another.
    work.runDue();
    tenants.awaitOwner(tenant.id());
    return Answers.created(uri, tenant.slug(), tenant);
  }

  @GET
  @Operation(
      summary = "Lists the tenants",
      permission = "tenants:read",
      answers = TenantDetails.class,
      paged = true,
      sorts = {"slug"})
  public Response list(
      @BeanParam PageParameters page,
      @OneOf(TenantStatus.class) @QueryParam("status") String status,
      @OneOf(TenantTier.class) @QueryParam("tier") String tier,
      @Context UriInfo uri) {
    TenantFilter filter =
        new TenantFilter(
            EnumParameter.check(TenantStatus.class, "status", status),
            EnumParameter.check(TenantTier.class, "tier", tier));
    return Answers.page(uri, tenants.list(filter, page.request()));
  }

  @GET
  @Path("{slug}")
  @Operation(summary = "Tells a tenant", permission = "tenants:read", answers = TenantDetails.class)
  public Response details(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.details(slug));
  }

  @PATCH
  @Path("{slug}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a tenant by a merge patch (RFC 7396)",
      permission = "tenants:write",
      answers = TenantDetails.class,
      patches = TenantFields.class,
      problems = {"platform_only", "not_on_trial"})
  public Response change(
      @PathParam("slug") String slug, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        tenants.change(slug, merge.patch(TenantFields.class, patch), Answers.expected(ifMatch)));
  }

  @POST
  @Path("{slug}/activate")
  @Operation(
      summary = "Activates a tenant",
      permission = "tenants:admin",
      answers = TenantDetails.class,
      problems = {"people_only", "platform_only", "illegal_transition"})
  public Response activate(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.activate(slug));
  }

  @POST
  @Path("{slug}/suspend")
  @Operation(
      summary = "Suspends a tenant: it reads and does not write",
      permission = "tenants:admin",
      answers = TenantDetails.class,
      problems = {"people_only", "platform_only", "illegal_transition"})
  public Response suspend(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.suspend(slug));
  }

  @POST
  @Path("{slug}/archive")
  @Operation(
      summary = "Archives a tenant: it does nothing any more",
      permission = "tenants:admin",
      answers = TenantDetails.class,
      problems = {"people_only", "platform_only", "illegal_transition"})
  public Response archive(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.archive(slug));
  }

  @POST
  @Path("{slug}/resume")
  @Operation(
      summary = "Resumes a suspended tenant, or restores an archived one, which is suspended then",
      permission = "tenants:admin",
      answers = TenantDetails.class,
      problems = {"people_only", "platform_only", "illegal_transition"})
  public Response resume(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.resume(slug));
  }
}
