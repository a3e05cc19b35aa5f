package org.freehold.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.freehold.access.WhoAmI;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Who the caller is here, and what they may do. */
@Area("Sign-in")
@Path("whoami")
@ApplicationScoped
@Produces("application/json")
public class WhoAmIResource {
  @Inject private WhoAmI whoAmI;

  @GET
  @Operation(
      summary = "Tells who the caller is here, and what they may do",
      caller = Operation.Caller.SIGNED_IN,
      answers = WhoAmI.Identity.class)
  public WhoAmI.Identity tell() {
    return whoAmI.tell();
  }
}
