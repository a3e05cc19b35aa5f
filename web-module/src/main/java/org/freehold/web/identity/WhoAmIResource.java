package org.freehold.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.freehold.access.WhoAmI;

/** Who the caller is here, and what they may do. */
@Path("whoami")
@RequestScoped
@Produces("application/json")
public class WhoAmIResource {
  @Inject private WhoAmI whoAmI;

  @GET
  public WhoAmI.Identity tell() {
    return whoAmI.tell();
  }
}
