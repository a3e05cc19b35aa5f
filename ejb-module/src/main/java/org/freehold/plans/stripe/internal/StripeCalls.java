package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;

/** The calls of Stripe's API that are made. */
@ApplicationScoped
public class StripeCalls {
  private static final String SUBSCRIPTIONS = "/v1/subscriptions";
  private static final String CHECKOUTS = "/v1/checkout/sessions";

  @Inject private StripeHttp http;

  /** A page of Stripe's. */
  public record Hosted(String id, String url) {}

  /** The customer that the tenant is there: made once, however often this is called. */
  public String customer(TenantRef tenant) throws StripeFailure {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("description", tenant.slug());
    form.put("metadata[tenant_id]", tenant.id().value().toString());
    form.put("metadata[tenant_slug]", tenant.slug());
    return http.post("/v1/customers", form, "freehold-customer-" + tenant.id().value())
        .getString("id");
  }

  /** The page on which the customer pays for a first month. */
  public Hosted checkout(CheckoutOrder order) throws StripeFailure {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("mode", "subscription");
    form.put("customer", order.customer());
    form.put("client_reference_id", order.tenant().value().toString());
    form.put("line_items[0][price]", order.price());
    form.put("line_items[0][quantity]", "1");
    form.put("success_url", order.successUrl());
    form.put("cancel_url", order.cancelUrl());
    form.put("expires_at", Long.toString(order.until().getEpochSecond()));
    form.put("subscription_data[metadata][tenant_id]", order.tenant().value().toString());
    return hosted(http.post(CHECKOUTS, form, key(order.key())));
  }

  /** Closes a checkout, if it is open. False when it was paid before. */
  public boolean close(String session) throws StripeFailure {
    String path = CHECKOUTS + "/" + session;
    String status = status(path);
    if (status.equals("open")) {
      try {
        http.post(path + "/expire", Map.of(), key(Uuid7.next()));
        status = "expired";
      } catch (StripeFailure failure) {
        status = failure.isFinal() ? status(path) : "open";
        if (status.equals("open")) {
          throw failure;
        }
      }
    }
    return !status.equals("complete");
  }

  private String status(String checkout) throws StripeFailure {
    try {
      return http.get(checkout, Map.of()).getString("status");
    } catch (StripeFailure failure) {
      if (failure.isMissing()) {
        return "none";
      }
      throw failure;
    }
  }

  /** The page on which the customer changes cards, sees bills and cancels. */
  public Hosted portal(String customer, String returnUrl, String key) throws StripeFailure {
    return hosted(
        http.post(
            "/v1/billing_portal/sessions",
            Map.of("customer", customer, "return_url", returnUrl),
            "freehold-portal-" + key));
  }

  private static Hosted hosted(JsonObject session) {
    return new Hosted(session.getString("id"), session.getString("url"));
  }

  /** Makes the subscription there what it is to be. */
  public void tell(WantedThere wanted) throws StripeFailure {
    String path = SUBSCRIPTIONS + "/" + wanted.subscription();
    if (wanted.what() == WantedThere.What.GONE) {
      http.delete(path);
    } else {
      Map<String, String> form = form(wanted, http.get(path, Map.of()));
      // Stripe takes no other form under the same key: what is there may have changed meanwhile.
      http.post(path, form, key(wanted.key()) + "-" + Integer.toHexString(form.hashCode()));
    }
  }

  private static Map<String, String> form(WantedThere wanted, JsonObject there) {
    Map<String, String> form = new LinkedHashMap<>();
    boolean end = wanted.what() == WantedThere.What.END;
    if (!end && SoldThere.endsOnDate(there)) {
      form.put("cancel_at", "");
    } else {
      form.put("cancel_at_period_end", Boolean.toString(end));
    }
    boolean had =
        SoldThere.of(there).filter(one -> wanted.same().contains(one.price())).isPresent();
    if (wanted.price() != null && !had) {
      boolean larger = wanted.what() == WantedThere.What.LARGER;
      form.put("items[0][id]", wanted.item());
      form.put("items[0][price]", wanted.price());
      form.put("proration_behavior", larger ? "always_invoice" : "none");
      if (larger) {
        // Else a plan would be had whose card was refused.
        form.put("payment_behavior", "error_if_incomplete");
      }
    }
    return form;
  }

  /** All that there is of a customer; of bills the last. */
  public SeenThere look(String customer) throws StripeFailure {
    List<JsonObject> subscriptions =
        list(SUBSCRIPTIONS, Map.of("customer", customer, "status", "all", "limit", "20"));
    List<JsonObject> invoices = list("/v1/invoices", Map.of("customer", customer, "limit", "24"));
    List<JsonObject> features =
        list("/v1/entitlements/active_entitlements", Map.of("customer", customer, "limit", "100"));
    return new SeenThere(
        subscriptions.stream().map(SoldThere::of).flatMap(Optional::stream).toList(),
        invoices.stream().map(BilledThere::of).filter(BilledThere::isIssued).toList(),
        features.stream()
            .map(one -> one.get("lookup_key") instanceof JsonString key ? key.getString() : "")
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private List<JsonObject> list(String path, Map<String, String> query) throws StripeFailure {
    return http.get(path, query).getJsonArray("data").getValuesAs(JsonObject.class);
  }

  public PricedThere price(String id) throws StripeFailure {
    return PricedThere.of(http.get("/v1/prices/" + id, Map.of()));
  }

  private static String key(UUID row) {
    return "freehold-" + row;
  }
}
