package org.freehold.webhooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.freehold.platform.Mail;

/** What a tenant's administrators are told by mail of an endpoint. */
final class EndpointMails {
  private EndpointMails() {}

  static Mail failing(WebhookEndpointId id, String url, Instant since, Instant disabledAt) {
    return Mail.toAdministrators(
        "Webhooks do not arrive at " + url,
        List.of(
            "Nothing has arrived at this webhook endpoint since " + minute(since) + ".",
            "When that goes on, it is disabled at "
                + minute(disabledAt)
                + ", and nothing is sent to it any more."),
        List.of(new Mail.Fact("Endpoint", url), new Mail.Fact("Id", id.value().toString())),
        "webhooks");
  }

  static Mail disabled(WebhookEndpointId id, String url, String reason) {
    return Mail.toAdministrators(
        "The webhook endpoint " + url + " is disabled",
        List.of(
            "This webhook endpoint is not called any more.",
            "When the receiver is well again, enable the endpoint and send again what was missed."),
        List.of(
            new Mail.Fact("Endpoint", url),
            new Mail.Fact("Id", id.value().toString()),
            new Mail.Fact("Reason", reason)),
        "webhooks");
  }

  private static Instant minute(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES);
  }
}
