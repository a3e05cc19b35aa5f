package org.freehold.web.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.freehold.plans.stripe.StripeWebhooks;
import org.freehold.platform.Problem;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.StreamedBodies;

/** Where Stripe sends its events. Whoever calls proves by the signature to be Stripe. */
@Area("Plans")
@Path("billing/stripe/webhook")
@ApplicationScoped
@Produces("application/json")
public class StripeWebhookResource {
  /** What is answered to an event that was taken. */
  public record Taken(boolean received) {}

  @Inject private StripeWebhooks webhooks;

  /** The body as bytes: the signature is over these. */
  @POST
  @Consumes("*/*")
  @Operation(
      summary = "Takes an event of Stripe, signed with a secret of its webhook endpoint",
      caller = Operation.Caller.ANYBODY,
      answers = Taken.class,
      problems = {"stripe_signature_invalid", "stripe_event_invalid", "body_too_large"})
  public Response take(@HeaderParam("Stripe-Signature") String signature, InputStream body)
      throws IOException {
    webhooks.take(body.readAllBytes(), signature);
    return Response.ok(new Taken(true)).build();
  }

  /** Of such a body. */
  static final class TooLong extends Problem {
    TooLong() {
      super(
          413,
          "body_too_large",
          "Body too large",
          "An event is longer than " + Bodies.MOST + " bytes.",
          "Events of Stripe are shorter.");
    }
  }

  /** Events are short, whatever else this installation takes. */
  @ApplicationScoped
  public static class Bodies implements StreamedBodies {
    static final int MOST = 256 * 1024;

    @Override
    public boolean at(String method, String path) {
      return method.equals("POST") && path.matches("/api/billing/stripe/webhook/?");
    }

    @Override
    public long mostBytes() {
      return MOST;
    }

    @Override
    public Problem tooLong() {
      return new TooLong();
    }
  }
}
