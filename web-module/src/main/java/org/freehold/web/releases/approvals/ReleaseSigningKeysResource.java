package org.freehold.web.releases.approvals;

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
import org.freehold.platform.Page;
import org.freehold.platform.UserId;
import org.freehold.releases.approvals.ApproverKeyDetails;
import org.freehold.releases.approvals.ApproverKeyFields;
import org.freehold.releases.approvals.ApproverKeyId;
import org.freehold.releases.approvals.ApproverKeys;
import org.freehold.releases.approvals.PlatformKey;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The public keys that approvals are verified with. */
@Area("Releases")
@Path("release-signing-keys")
@ApplicationScoped
@Produces("application/json")
public class ReleaseSigningKeysResource {
  @Inject private ApproverKeys keys;

  @POST
  @Operation(
      summary =
          "Registers a public key of the caller's; from then on their approvals need its signature",
      permission = "releases:approve",
      status = 201,
      answers = ApproverKeyDetails.class,
      problems = {"people_only", "signing_key_known", "too_many_signing_keys"})
  public Response registerSigningKey(ApproverKeyFields fields, @Context UriInfo uri) {
    ApproverKeyDetails key = keys.register(fields);
    return Answers.unversioned(uri, key.id(), key);
  }

  @GET
  @Operation(
      summary = "Lists the keys that approvers registered, revoked ones too",
      permission = "releases:read",
      answers = ApproverKeyDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response listSigningKeys(
      @BeanParam PageParameters page, @QueryParam("user_id") UserId userId, @Context UriInfo uri) {
    return Answers.page(uri, keys.list(userId, page.request()));
  }

  @GET
  @Path("platform")
  @Operation(
      summary = "The installation's own keys, with which it witnesses approvals, in PEM and as JWK",
      caller = Operation.Caller.ANYBODY,
      answers = PlatformKey.class,
      paged = true)
  public Response platformSigningKeys(@Context UriInfo uri) {
    return Answers.page(uri, new Page<>(keys.ofPlatform(), null));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a key that an approver registered",
      permission = "releases:read",
      answers = ApproverKeyDetails.class)
  public Response signingKey(@PathParam("id") ApproverKeyId id) {
    return Response.ok(keys.details(id)).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Revokes a key of the caller's; what it signed stays signed",
      permission = "releases:approve",
      status = 204,
      problems = {"people_only", "signing_key_of_another"})
  public Response revokeSigningKey(@PathParam("id") ApproverKeyId id) {
    keys.revoke(id);
    return Response.noContent().build();
  }
}
