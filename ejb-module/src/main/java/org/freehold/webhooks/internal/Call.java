package org.freehold.webhooks.internal;

import java.util.List;
import java.util.Map;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * What to send where: read in one transaction, sent outside of any.
 *
 * @param sequence of the delivery at its endpoint; 0 for one that has none
 * @param secrets that sign it, the newest first
 * @param headers the tenant's own
 * @param certificate to show a receiver who asks for one; null: none
 * @param origin that the receiver consented to be called by; null: it was not asked
 */
public record Call(
    String messageId,
    String body,
    WebhookEndpointId endpoint,
    long sequence,
    String url,
    int timeoutSeconds,
    List<WebhookSecret> secrets,
    Map<String, String> headers,
    ClientCertificate certificate,
    String origin) {
  /** Never the values of headers: this goes into logs. */
  @Override
  public String toString() {
    return "call of " + endpoint + " with " + messageId;
  }
}
