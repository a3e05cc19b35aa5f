package org.freehold.plans.stripe;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.freehold.platform.Problem;
import org.freehold.platform.json.JsonText;

/**
 * As much of an event as is needed: whose it is.
 *
 * @param customer null when it is of none
 */
record StripeEvent(String id, String type, String customer) {
  private static final int LONGEST = 255;
  private static final Set<String> OURS =
      Set.of(
          "checkout.session.completed",
          "customer.subscription.created",
          "customer.subscription.updated",
          "customer.subscription.deleted",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "invoice.finalized",
          "invoice.paid",
          "invoice.payment_failed",
          "invoice.marked_uncollectible",
          "invoice.voided",
          "entitlements.active_entitlement_summary.updated");

  static StripeEvent read(byte[] body) {
    JsonObject event;
    try {
      event = JsonText.parseObject(new ByteArrayInputStream(body));
    } catch (Problem e) {
      throw InvalidStripeEvent.form("The body is no JSON object.");
    }
    String id = text(event, "id");
    String type = text(event, "type");
    if (id == null || type == null) {
      throw InvalidStripeEvent.form("The body has no id, or no type.");
    }
    return new StripeEvent(id, type, text(object(object(event, "data"), "object"), "customer"));
  }

  /** Whether it tells of something that we follow. */
  boolean isOurs() {
    return customer != null && OURS.contains(type);
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static String text(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonString text
            && !text.getString().isEmpty()
            && text.getString().length() <= LONGEST
        ? text.getString()
        : null;
  }
}
