package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.freehold.platform.EntityId;
import org.freehold.platform.Invalid;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.webhooks.DeliveryExplanation;
import org.freehold.webhooks.LedgerDetails;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.WebhookExplanations;
import org.freehold.webhooks.WebhookLedger;

/** Why something did not arrive, and whether everything is accounted for. */
@Area("Webhooks")
@Path("webhooks")
@ApplicationScoped
@Produces("application/json")
public class WebhookAnswersResource {
  @Inject private WebhookExplanations explanations;
  @Inject private WebhookLedger ledger;

  @GET
  @Path("explain")
  @Operation(
      summary = "Tells why a message did or did not reach an endpoint, in words and codes",
      permission = "webhooks:read",
      answers = DeliveryExplanation.class)
  public DeliveryExplanation explainDelivery(
      @QueryParam("message_id") MessageId message,
      @QueryParam("endpoint_id") WebhookEndpointId endpoint) {
    require(message, "message_id");
    require(endpoint, "endpoint_id");
    return explanations.explain(message, endpoint);
  }

  private static void require(EntityId id, String name) {
    if (id == null) {
      throw Invalid.at(name, "required", name + " is needed.");
    }
  }

  @GET
  @Path("ledger")
  @Operation(
      summary = "Tells what became of all deliveries, and whether that adds up",
      permission = "webhooks:read",
      answers = LedgerDetails.class)
  public LedgerDetails webhookLedger() {
    return ledger.now();
  }
}
