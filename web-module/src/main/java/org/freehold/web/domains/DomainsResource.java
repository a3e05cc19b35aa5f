package org.freehold.web.domains;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.domains.DomainDetails;
import org.freehold.domains.DomainFilter;
import org.freehold.domains.DomainId;
import org.freehold.domains.DomainStatus;
import org.freehold.domains.DomainVerification;
import org.freehold.domains.Domains;
import org.freehold.domains.NewDomain;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.PageParameters;

/** Domains that lead to a tenant. */
@Area("Domains")
@Path("admin/domains")
@ApplicationScoped
@Produces("application/json")
public class DomainsResource {
  @Inject private Domains domains;
  @Inject private DomainVerification verification;

  @POST
  @Operation(
      summary = "Claims a domain; the answer tells the TXT record that proves it",
      permission = "domains:write",
      status = 201,
      answers = DomainDetails.class,
      problems = {"plan_required", "domain_known", "too_many_domains"})
  public Response claim(NewDomain wished, @Context UriInfo uri) {
    DomainDetails domain = domains.claim(wished);
    return Answers.created(uri, domain.id(), domain);
  }

  @GET
  @Operation(
      summary = "Lists the domains of the tenant; for an operator of the platform, of all",
      permission = "domains:read",
      answers = DomainDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response list(
      @BeanParam PageParameters page,
      @OneOf(DomainStatus.class) @QueryParam("status") String status,
      @QueryParam("domain") String domain,
      @Context UriInfo uri) {
    DomainStatus wanted =
        WireNames.constant(
                DomainStatus.class, EnumParameter.check(DomainStatus.class, "status", status))
            .orElse(null);
    return Answers.page(uri, domains.list(new DomainFilter(wanted, domain), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells a domain", permission = "domains:read", answers = DomainDetails.class)
  public Response details(@PathParam("id") DomainId id) {
    return Answers.versioned(domains.details(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Gives a domain up; it leads nowhere any more",
      permission = "domains:write",
      status = 204)
  public Response delete(@PathParam("id") DomainId id) {
    domains.delete(id);
    return Response.noContent().build();
  }

  @POST
  @Path("{id}/verify")
  @Operation(
      summary = "Looks for the TXT record; when it is there, the domain leads to the tenant",
      permission = "domains:write",
      answers = DomainDetails.class,
      problems = {"plan_required", "domain_not_verified", "domain_taken", "dns_unavailable"})
  public Response verify(@PathParam("id") DomainId id) {
    return Answers.versioned(verification.verify(id));
  }
}
