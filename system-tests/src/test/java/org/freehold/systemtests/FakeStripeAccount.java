package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What our own Stripe keeps, and what happens to it. */
public final class FakeStripeAccount {
  /** A card was refused. */
  static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private record Price(String id, String currency, long minor, String interval) {}

  private record Session(
      String id, String customer, String price, String successUrl, boolean[] open) {}

  private static final class Sold {
    final String id = name("sub");
    final String item = name("si");
    final String customer;
    final long created = Instant.now().getEpochSecond();
    String price;
    String status = "active";
    boolean ends;
    Instant from = Instant.ofEpochSecond(created);
    Instant to = month(from);

    Sold(String customer, String price) {
      this.customer = customer;
      this.price = price;
    }
  }

  private final Supplier<String> url;
  private final Map<String, Price> prices = new ConcurrentHashMap<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Sold> subscriptions = new ConcurrentHashMap<>();
  private final Map<String, List<JsonObject>> invoices = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> features = new ConcurrentHashMap<>();
  private final Set<String> declined = ConcurrentHashMap.newKeySet();

  FakeStripeAccount(Supplier<String> url) {
    this.url = url;
  }

  private static String name(String kind) {
    return kind + "_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 60), 36);
  }

  private static Instant month(Instant from) {
    return from.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
  }

  /** A new price a month. */
  public String price(String currency, long minor) {
    return price(currency, minor, "month");
  }

  String price(String currency, long minor, String interval) {
    Price price =
        new Price(name("price"), currency.toLowerCase(java.util.Locale.ROOT), minor, interval);
    prices.put(price.id(), price);
    return price.id();
  }

  /** What a person does on the page of a checkout; answers where the browser goes next. */
  String pay(String page) {
    Session session = sessions.get(page.substring(page.lastIndexOf('/') + 1));
    if (session.open()[0]) {
      session.open()[0] = false;
      Sold sold = new Sold(session.customer(), session.price());
      subscriptions.put(sold.customer, sold);
      bill(sold, "Plan", prices.get(sold.price).minor());
      StripeEvents.happened("checkout.session.completed", sold.customer);
      StripeEvents.happened("customer.subscription.created", sold.customer);
      StripeEvents.happened("invoice.paid", sold.customer);
    }
    return session.successUrl();
  }

  boolean isOpen(String page) {
    return sessions.get(page.substring(page.lastIndexOf('/') + 1)).open()[0];
  }

  /** The month is over: the next is paid, or there is none. */
  void monthEnds(String customer) {
    Sold sold = subscriptions.get(customer);
    if (sold.ends) {
      sold.status = "canceled";
      StripeEvents.happened("customer.subscription.deleted", customer);
      return;
    }
    sold.from = sold.to;
    sold.to = month(sold.from);
    bill(sold, "Plan", prices.get(sold.price).minor());
    StripeEvents.happened("customer.subscription.updated", customer);
    StripeEvents.happened("invoice.paid", customer);
  }

  /** The id of what the customer has. */
  String subscription(String customer) {
    return subscriptions.get(customer).id;
  }

  /** What the next month costs. */
  long minor(String customer) {
    return prices.get(subscriptions.get(customer).price).minor();
  }

  String status(String customer) {
    return subscriptions.get(customer).status;
  }

  boolean ends(String customer) {
    return subscriptions.get(customer).ends;
  }

  /** Without an event. */
  void becomes(String customer, String status) {
    subscriptions.get(customer).status = status;
  }

  /** Without an event. */
  void gives(String customer, String feature) {
    features.computeIfAbsent(customer, known -> new TreeSet<>()).add(feature);
  }

  /** From here on no bill is paid at once. */
  void declines(String customer, boolean on) {
    if (on) {
      declined.add(customer);
    } else {
      declined.remove(customer);
    }
  }

  private void bill(Sold sold, String text, long minor) {
    long now = Instant.now().getEpochSecond();
    JsonObject line =
        Json.createObjectBuilder()
            .add("description", text)
            .add("amount", minor)
            .add(
                "period",
                Json.createObjectBuilder()
                    .add("start", sold.from.getEpochSecond())
                    .add("end", sold.to.getEpochSecond()))
            .build();
    String id = name("in");
    invoices
        .computeIfAbsent(sold.customer, known -> new ArrayList<>())
        .add(
            0,
            Json.createObjectBuilder()
                .add("id", id)
                .add("number", "FAKE-" + id.substring(id.length() - 4))
                .add("status", "paid")
                .add("currency", prices.get(sold.price).currency())
                .add("total", minor)
                .add("created", now)
                .add("hosted_invoice_url", url.get() + "/i/" + id)
                .add("status_transitions", Json.createObjectBuilder().add("finalized_at", now))
                .add("lines", list(List.of(line)))
                .build());
  }

  /** Null for what there is not. */
  synchronized JsonObject call(FakeStripe.Request request) {
    Map<String, String> form = request.form();
    String[] path = request.path().substring("/v1/".length()).split("/");
    return switch (request.method() + " " + path[0]) {
      case "POST customers" -> Json.createObjectBuilder().add("id", name("cus")).build();
      case "POST checkout" -> path.length == 2 ? opened(form) : expired(path[2]);
      case "POST billing_portal" -> page(name("bps"), "/portal/" + form.get("customer"));
      case "POST subscriptions" -> updated(path[1], form);
      case "DELETE subscriptions" -> gone(path[1]);
      case "GET prices" -> told(prices.get(path[1]));
      case "GET subscriptions" -> {
        Sold sold = subscriptions.get(form.get("customer"));
        yield list(sold == null ? List.of() : List.of(told(sold)));
      }
      case "GET invoices" -> list(invoices.getOrDefault(form.get("customer"), List.of()));
      case "GET entitlements" ->
          list(
              features.getOrDefault(form.get("customer"), Set.of()).stream()
                  .map(key -> Json.createObjectBuilder().add("lookup_key", key).build())
                  .toList());
      default -> null;
    };
  }

  private JsonObject opened(Map<String, String> form) {
    Session session =
        new Session(
            name("cs"),
            form.get("customer"),
            form.get("line_items[0][price]"),
            form.get("success_url"),
            new boolean[] {true});
    sessions.put(session.id(), session);
    return page(session.id(), "/pay/" + session.id());
  }

  private JsonObject page(String id, String path) {
    return Json.createObjectBuilder().add("id", id).add("url", url.get() + path).build();
  }

  private JsonObject expired(String session) {
    sessions.get(session).open()[0] = false;
    return Json.createObjectBuilder().add("id", session).build();
  }

  private Sold byId(String id) {
    return subscriptions.values().stream()
        .filter(one -> one.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject updated(String id, Map<String, String> form) {
    Sold sold = byId(id);
    boolean invoiced = "always_invoice".equals(form.get("proration_behavior"));
    if (invoiced && declined.contains(sold.customer)) {
      throw new Declined();
    }
    sold.ends = Boolean.parseBoolean(form.get("cancel_at_period_end"));
    String price = form.get("items[0][price]");
    if (price != null) {
      long more = prices.get(price).minor() - prices.get(sold.price).minor();
      sold.price = price;
      if (invoiced) {
        bill(sold, "Rest of the month", more);
      }
    }
    return told(sold);
  }

  private JsonObject gone(String id) {
    Sold sold = byId(id);
    sold.status = "canceled";
    return told(sold);
  }

  private static JsonObject told(Price price) {
    return price == null
        ? null
        : Json.createObjectBuilder()
            .add("id", price.id())
            .add("active", true)
            .add("currency", price.currency())
            .add("unit_amount", price.minor())
            .add(
                "recurring",
                Json.createObjectBuilder()
                    .add("interval", price.interval())
                    .add("interval_count", 1))
            .build();
  }

  private JsonObject told(Sold sold) {
    JsonObjectBuilder item =
        Json.createObjectBuilder()
            .add("id", sold.item)
            .add("quantity", 1)
            .add("price", told(prices.get(sold.price)))
            .add("current_period_start", sold.from.getEpochSecond())
            .add("current_period_end", sold.to.getEpochSecond());
    return Json.createObjectBuilder()
        .add("id", sold.id)
        .add("customer", sold.customer)
        .add("status", sold.status)
        .add("cancel_at_period_end", sold.ends)
        .addNull("cancel_at")
        .add("created", sold.created)
        .add("items", list(List.of(item.build())))
        .build();
  }

  private static JsonObject list(List<JsonObject> all) {
    JsonArrayBuilder data = Json.createArrayBuilder();
    all.forEach(data::add);
    return Json.createObjectBuilder()
        .add("object", "list")
        .add("data", data)
        .add("has_more", false)
        .build();
  }
}
