package org.freehold.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.freehold.identity.Login;
import org.freehold.identity.Refresh;
import org.freehold.identity.Refreshed;
import org.freehold.identity.SessionDetails;
import org.freehold.identity.SessionId;
import org.freehold.identity.Sessions;
import org.freehold.identity.SignIn;
import org.freehold.identity.SignedIn;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.Page;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.AskedTenant;

/** Sign-in with a password, refreshing, signing out, and the caller's sessions. */
@Area("Sign-in")
@Path("auth")
@ApplicationScoped
@Produces("application/json")
public class AuthResource {
  private static final String COOKIE = "__Host-freehold-refresh";

  @Inject private SignIn signIn;
  @Inject private Sessions sessions;

  @POST
  @Path("login")
  @Operation(
      summary = "Signs in with a password",
      caller = Operation.Caller.ANYBODY,
      answers = SignedIn.class,
      problems = {"invalid_credentials", "sign_in_locked"})
  public Response login(Login login, @Context HttpServletRequest request) {
    SignedIn answer = signIn.login(login, AskedTenant.of(request));
    return withCookie(Response.ok(answer), answer.refreshToken());
  }

  @POST
  @Path("refresh")
  @Operation(
      summary = "Changes a refresh token for new tokens",
      caller = Operation.Caller.ANYBODY,
      answers = Refreshed.class,
      problems = "invalid_refresh_token")
  public Response refresh(
      Refresh body, @CookieParam(COOKIE) String cookie, @Context HttpServletRequest request) {
    String token = body != null && body.refreshToken() != null ? body.refreshToken() : cookie;
    if (token == null) {
      throw Invalid.at("/refresh_token", "required", "Send the refresh token.");
    }
    Refreshed answer = signIn.refresh(token, AskedTenant.of(request));
    return withCookie(Response.ok(answer), answer.refreshToken());
  }

  @POST
  @Path("logout")
  @Operation(
      summary = "Ends the session",
      caller = Operation.Caller.SIGNED_IN,
      status = 204,
      problems = "people_only")
  public Response logout() {
    CurrentCall.get().requirePerson();
    if (CurrentCall.get().actor().session() == null) {
      throw NotSignedIn.required();
    }
    sessions.revoke(new SessionId(CurrentCall.get().actor().session()));
    return withCookie(Response.noContent(), "");
  }

  @GET
  @Path("sessions")
  @Operation(
      summary = "Lists the caller's sessions, the newest two hundred",
      caller = Operation.Caller.SIGNED_IN,
      answers = SessionDetails.class,
      paged = true,
      problems = "people_only")
  public Page<SessionDetails> list() {
    return sessions.list();
  }

  @DELETE
  @Path("sessions/{id}")
  @Operation(
      summary = "Ends a session of the caller's",
      caller = Operation.Caller.SIGNED_IN,
      status = 204,
      problems = "people_only")
  public Response revoke(@PathParam("id") SessionId id) {
    sessions.revoke(id);
    return Response.noContent().build();
  }

  /** For browsers, which keep the access token in memory only. */
  private static Response withCookie(Response.ResponseBuilder answer, String token) {
    String life = token.isEmpty() ? "; Max-Age=0" : "";
    return answer
        .header(
            "Set-Cookie",
            COOKIE + "=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict" + life)
        .build();
  }
}
