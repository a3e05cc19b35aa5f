package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.keys.NewPortalLink;
import org.freehold.keys.PortalLinkDetails;
import org.freehold.keys.PortalLinkFields;
import org.freehold.keys.PortalLinkId;
import org.freehold.keys.PortalLinks;
import org.freehold.keys.PortalSession;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** Links to the webhooks of a tenant for people who have no account. */
@Area("Webhooks")
@Path("webhooks")
@ApplicationScoped
@Produces("application/json")
public class PortalLinksResource {
  @Inject private PortalLinks links;

  @POST
  @Path("portal-links")
  @Operation(
      summary = "Makes a link that opens the webhooks of the tenant for a while; told this once",
      permission = "webhooks:write",
      status = 201,
      answers = NewPortalLink.class,
      problems = {"permission_above_caller", "portal_only", "too_many_portal_links"})
  public Response createPortalLink(PortalLinkFields fields, @Context UriInfo uri) {
    PortalLinkFields wish = fields == null ? new PortalLinkFields(null, null) : fields;
    NewPortalLink link = links.create(wish);
    return Answers.unversioned(uri, link.id(), link);
  }

  @GET
  @Path("portal-links")
  @Operation(
      summary = "Lists the portal links that are good still, the newest two hundred",
      permission = "webhooks:write",
      answers = PortalLinkDetails.class,
      paged = true)
  public Response portalLinks() {
    return Response.ok(links.list()).build();
  }

  @GET
  @Path("portal-links/{id}")
  @Operation(
      summary = "Tells a portal link that is good still, but not the link itself",
      permission = "webhooks:write",
      answers = PortalLinkDetails.class)
  public Response portalLink(@PathParam("id") PortalLinkId id) {
    return Response.ok(links.details(id)).build();
  }

  @DELETE
  @Path("portal-links/{id}")
  @Operation(
      summary = "Ends a portal link and all sessions that were opened with it",
      permission = "webhooks:write",
      status = 204)
  public Response endPortalLink(@PathParam("id") PortalLinkId id) {
    links.end(id);
    return Response.noContent().build();
  }

  @POST
  @Path("portal-sessions")
  @Operation(
      summary = "Opens a portal with the token of a link as bearer",
      permission = "webhooks:read",
      answers = PortalSession.class,
      problems = {"portal_over", "portal_link_required", "portal_opened_too_often"})
  public Response openPortal() {
    return Response.ok(links.open()).build();
  }
}
