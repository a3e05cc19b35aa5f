package org.freehold.web.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.freehold.platform.Page;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.webhooks.WebhookAlarm;
import org.freehold.webhooks.WebhookAlarms;

/** What the operator must mend so that webhooks go on. */
@Area("Webhooks")
@Path("admin/webhooks")
@ApplicationScoped
@Produces("application/json")
public class WebhookAlarmsResource {
  @Inject private WebhookAlarms alarms;

  @GET
  @Path("alarms")
  @Operation(
      summary =
          "Lists what keeps webhooks from being delivered by the platform's own fault, of all"
              + " tenants; for operators, and normally empty",
      permission = "system:read",
      answers = WebhookAlarm.class,
      paged = true)
  public Page<WebhookAlarm> webhookAlarms() {
    return new Page<>(alarms.list(), null);
  }
}
