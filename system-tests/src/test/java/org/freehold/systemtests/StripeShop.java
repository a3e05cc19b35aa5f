package org.freehold.systemtests;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A tenant with two plans of its own that are sold at our own Stripe: one for 49 and one for 99.
 */
public final class StripeShop {
  static final Duration SOON = Duration.ofSeconds(30);
  static final String SUBSCRIPTION = "/api/subscription";

  private final TestTenant tenant;
  private final String small;
  private final String large;
  private String customer;

  public StripeShop() {
    this("free");
  }

  StripeShop(String tier) {
    tenant = Fixtures.tenant("tier", tier);
    small = plan("Small", 4900);
    large = plan("Large", 9900);
  }

  private String plan(String name, long minor) {
    String id = Fixtures.unique("plan");
    Fixtures.operator()
        .post(
            "/api/plans",
            Body.of(
                "id",
                id,
                "name",
                name,
                "price",
                Body.json("{\"amount\":" + minor / 100 + ",\"currency\":\"EUR\"}"),
                "tenants",
                List.of(tenant.slug())))
        .is(201);
    String price = FakeStripe.shared().account().price("EUR", minor);
    sell(id, price).is(200);
    return id;
  }

  static Answer sell(String plan, String price) {
    return Fixtures.operator().put("/api/billing/stripe/prices/" + plan, Body.of("price", price));
  }

  /** A monthly price of so many cents. */
  public String price(long minor) {
    return account().price("EUR", minor);
  }

  public TestTenant tenant() {
    return tenant;
  }

  Api api() {
    return tenant.api();
  }

  public String small() {
    return small;
  }

  String large() {
    return large;
  }

  Answer checkout(String plan) {
    return checkout(api(), plan);
  }

  Answer checkout(Api by, String plan) {
    return by.post(
        "/api/subscription/checkout",
        Body.of(
            "plan",
            plan,
            "success_url",
            "http://127.0.0.1/plan?paid=1",
            "cancel_url",
            "http://127.0.0.1/plan"));
  }

  /** Pays for the small plan. */
  StripeShop paid() {
    account().pay(checkout(small).is(200).string("url"));
    await(now -> now.getString("plan").equals(small));
    return this;
  }

  static FakeStripeAccount account() {
    return FakeStripe.shared().account();
  }

  /** As our own Stripe names the tenant. */
  String customer() {
    if (customer == null) {
      String portal =
          api()
              .post("/api/subscription/portal", Body.of("return_url", "https://app.example/plan"))
              .is(200)
              .string("url");
      customer = portal.substring(portal.lastIndexOf('/') + 1);
    }
    return customer;
  }

  Answer change(String plan) {
    return api().post("/api/subscription/change", Body.of("plan", plan));
  }

  JsonObject now() {
    return api().get(SUBSCRIPTION).is(200).json();
  }

  JsonObject await(Predicate<JsonObject> wished) {
    return Await.until(SOON, this::now, wished);
  }

  /** The plan that is to come. */
  String scheduled() {
    return now().getJsonObject("scheduled").getString("plan");
  }

  /** The plan costs another amount from here on. */
  void costs(String plan, String amount, String currency) {
    String price = "{\"amount\":" + amount + ",\"currency\":\"" + currency + "\"}";
    Fixtures.operator()
        .put(
            "/api/plans/" + plan,
            Body.of("name", "Other", "price", Body.json(price), "tenants", List.of(tenant.slug())))
        .is(200);
  }

  static String billing(JsonObject subscription, String member) {
    return subscription.getJsonObject("billing").getString(member, null);
  }

  List<JsonObject> invoices() {
    return api().get("/api/subscription/invoices").is(200).items();
  }

  List<FakeStripe.Request> told(String method, String path) {
    return FakeStripe.shared().requests(customer()).stream()
        .filter(one -> one.is(method, path))
        .toList();
  }
}
