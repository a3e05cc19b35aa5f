package org.freehold.web.keys;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.keys.ApiKeyDetails;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeyFilter;
import org.freehold.keys.ApiKeyId;
import org.freehold.keys.ApiKeyStatus;
import org.freehold.keys.ApiKeyUsage;
import org.freehold.keys.ApiKeys;
import org.freehold.keys.NewApiKey;
import org.freehold.keys.RotateApiKey;
import org.freehold.platform.UserId;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The API keys of a tenant. */
@Area("API keys")
@Path("admin/api-keys")
@ApplicationScoped
@Produces("application/json")
public class ApiKeysResource {
  @Inject private ApiKeys keys;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes an API key; the only answer that tells it",
      permission = "api_keys:write",
      status = 201,
      answers = NewApiKey.class,
      problems = {
        "people_only",
        "permission_above_caller",
        "role_above_caller",
        "platform_role",
        "too_many_api_keys"
      })
  public Response create(ApiKeyFields fields, @Context UriInfo uri) {
    NewApiKey key = keys.create(fields);
    return Answers.created(uri, key.id(), key);
  }

  @GET
  @Operation(
      summary = "Lists the API keys, revoked ones too",
      permission = "api_keys:read",
      answers = ApiKeyDetails.class,
      paged = true,
      sorts = {"-created_at", "name"})
  public Response list(
      @BeanParam PageParameters page,
      @OneOf(ApiKeyStatus.class) @QueryParam("status") String status,
      @QueryParam("created_by") UserId createdBy,
      @Context UriInfo uri) {
    ApiKeyStatus wanted =
        WireNames.constant(
                ApiKeyStatus.class, EnumParameter.check(ApiKeyStatus.class, "status", status))
            .orElse(null);
    return Answers.page(uri, keys.list(new ApiKeyFilter(wanted, createdBy), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells an API key, but not the key itself",
      permission = "api_keys:read",
      answers = ApiKeyDetails.class)
  public Response details(@PathParam("id") ApiKeyId id) {
    return Answers.versioned(keys.details(id));
  }

  @GET
  @Path("{id}/usage")
  @Operation(
      summary = "Tells how much an API key is used",
      permission = "api_keys:read",
      answers = ApiKeyUsage.class)
  public Response usage(@PathParam("id") ApiKeyId id) {
    return Response.ok(keys.usage(id)).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes an API key by a merge patch (RFC 7396); the key itself stays",
      permission = "api_keys:write",
      answers = ApiKeyDetails.class,
      patches = ApiKeyFields.class,
      problems = {
        "people_only",
        "permission_above_caller",
        "role_above_caller",
        "platform_role",
        "api_key_over"
      })
  public Response change(
      @PathParam("id") ApiKeyId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        keys.change(id, merge.patch(ApiKeyFields.class, patch), Answers.expected(ifMatch)));
  }

  @POST
  @Path("{id}/rotate")
  @Operation(
      summary = "Replaces an API key; the old one ends at once, or after overlap_seconds",
      permission = "api_keys:write",
      answers = NewApiKey.class,
      problems = {"people_only", "permission_above_caller", "role_above_caller", "api_key_over"})
  public Response rotate(@PathParam("id") ApiKeyId id, RotateApiKey command) {
    RotateApiKey how = command == null ? new RotateApiKey(null) : command;
    return Answers.versioned(keys.rotate(id, how));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Revokes an API key; it stays on record",
      permission = "api_keys:write",
      status = 204)
  public Response revoke(@PathParam("id") ApiKeyId id) {
    keys.revoke(id);
    return Response.noContent().build();
  }
}
