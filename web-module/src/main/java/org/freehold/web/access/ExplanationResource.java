package org.freehold.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.access.explain.AccessExplanation;
import org.freehold.access.explain.AccessExplanations;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Why somebody may or may not do something. */
@Area("Access")
@Path("access/explain")
@ApplicationScoped
@Produces("application/json")
public class ExplanationResource {
  @Inject private AccessExplanations explanations;

  @POST
  @Operation(
      summary = "Explains a refusal or a question: what decided, and what would change it",
      caller = Operation.Caller.SIGNED_IN,
      answers = AccessExplanation.class,
      problems = {"permission_required"})
  public Response explain(AccessQuestion question) {
    return Response.ok(explanations.explain(question)).build();
  }
}
