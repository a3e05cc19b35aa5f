package org.freehold.web.tenancy;

import jakarta.enterprise.context.RequestScoped;
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
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** Tenants and their states. */
@Path("tenants")
@RequestScoped
@Produces("application/json")
public class TenantsResource {
  @Inject private Tenants tenants;
  @Inject private LeasedWork work;
  @Inject private Merge merge;

  @POST
  public Response create(CreateTenant command, @Context UriInfo uri) {
    TenantDetails tenant = tenants.create(command);
    // The owner's membership is work in another tenant; doing it now spares the caller a wait for
    // the tick.
    work.runDue();
    return Answers.created(uri, tenant.slug(), tenant);
  }

  @GET
  public Response list(
      @BeanParam PageParameters page,
      @QueryParam("status") String status,
      @QueryParam("tier") String tier,
      @Context UriInfo uri) {
    TenantFilter filter =
        new TenantFilter(
            EnumParameter.check(TenantStatus.class, "status", status),
            EnumParameter.check(TenantTier.class, "tier", tier));
    return Answers.page(uri, tenants.list(filter, page.request()));
  }

  @GET
  @Path("{slug}")
  public Response details(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.details(slug));
  }

  @PATCH
  @Path("{slug}")
  @Consumes({"application/json", "application/merge-patch+json"})
  public Response change(
      @PathParam("slug") String slug, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        tenants.change(slug, merge.patch(TenantFields.class, patch), Answers.expected(ifMatch)));
  }

  @POST
  @Path("{slug}/activate")
  public Response activate(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.activate(slug));
  }

  @POST
  @Path("{slug}/suspend")
  public Response suspend(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.suspend(slug));
  }

  @POST
  @Path("{slug}/archive")
  public Response archive(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.archive(slug));
  }

  @POST
  @Path("{slug}/resume")
  public Response resume(@PathParam("slug") String slug) {
    return Answers.versioned(tenants.resume(slug));
  }
}
