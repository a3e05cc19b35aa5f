package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What our own Stripe keeps, and what happens to it. */
public final class FakeStripeAccount {
  /** A card was refused. */
  static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Supplier<String> url;
  private final FakeStripeCheckouts checkouts;
  private final Map<String, FakeStripePrice> prices = new ConcurrentHashMap<>();
  private final Map<String, List<FakeStripeSale>> subscriptions = new ConcurrentHashMap<>();
  private final Map<String, List<JsonObject>> invoices = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> features = new ConcurrentHashMap<>();
  private final Set<String> declined = ConcurrentHashMap.newKeySet();

  FakeStripeAccount(Supplier<String> url) {
    this.url = url;
    checkouts = new FakeStripeCheckouts(url);
  }

  static String name(String kind) {
    return kind + "_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 60), 36);
  }

  /** A new price a month. */
  public String price(String currency, long minor) {
    return price(currency, minor, "month");
  }

  String price(String currency, long minor, String interval) {
    FakeStripePrice price =
        new FakeStripePrice(
            name("price"), currency.toLowerCase(java.util.Locale.ROOT), minor, interval);
    prices.put(price.id(), price);
    return price.id();
  }

  /** What a person does on the page of a checkout; answers where the browser goes next. */
  String pay(String page) {
    FakeStripeCheckouts.Session session = checkouts.at(page);
    if (paidUnheard(page)) {
      StripeEvents.happened("checkout.session.completed", session.customer());
      StripeEvents.happened("customer.subscription.created", session.customer());
      StripeEvents.happened("invoice.paid", session.customer());
    }
    return session.successUrl();
  }

  /** Without an event; false when there was nothing to pay any more. */
  synchronized boolean paidUnheard(String page) {
    FakeStripeCheckouts.Session session = checkouts.at(page);
    boolean paid = checkouts.ends(session, "complete");
    if (paid) {
      sells(session.customer(), session.price());
    }
    return paid;
  }

  /** A further subscription, as somebody makes it in Stripe's dashboard; without an event. */
  synchronized void sells(String customer, String price) {
    FakeStripeSale sold = new FakeStripeSale(customer, price);
    all(customer).add(0, sold);
    bill(sold, "Plan", prices.get(price).minor());
  }

  /** The newest first. */
  private List<FakeStripeSale> all(String customer) {
    return subscriptions.computeIfAbsent(customer, known -> new CopyOnWriteArrayList<>());
  }

  private FakeStripeSale newest(String customer) {
    return all(customer).get(0);
  }

  int howMany(String customer) {
    return all(customer).size();
  }

  boolean isOpen(String page) {
    return checkouts.isOpen(checkouts.at(page));
  }

  /** What is paid there. */
  String priceOf(String page) {
    return checkouts.at(page).price();
  }

  /** The pages on which the customer could pay. */
  List<String> open(String customer) {
    return checkouts.open(customer);
  }

  /** The month is over: the next is paid, or there is none. */
  void monthEnds(String customer) {
    FakeStripeSale sold = newest(customer);
    if (ends(customer)) {
      sold.status = "canceled";
      StripeEvents.happened("customer.subscription.deleted", customer);
      return;
    }
    sold.from = sold.to;
    sold.to = FakeStripeSale.month(sold.from);
    bill(sold, "Plan", prices.get(sold.price).minor());
    StripeEvents.happened("customer.subscription.updated", customer);
    StripeEvents.happened("invoice.paid", customer);
  }

  /** The id of what the customer has. */
  String subscription(String customer) {
    return newest(customer).id;
  }

  /** What the next month costs. */
  long minor(String customer) {
    return prices.get(newest(customer).price).minor();
  }

  String status(String customer) {
    return newest(customer).status;
  }

  boolean ends(String customer) {
    FakeStripeSale sold = newest(customer);
    return sold.ends || sold.endsOnDate;
  }

  /** Without an event. */
  void becomes(String customer, String status) {
    newest(customer).status = status;
  }

  /** In the portal, which sets a date; only what takes that away resumes it. */
  void cancelsInPortal(String customer) {
    newest(customer).endsOnDate = true;
    StripeEvents.happened("customer.subscription.updated", customer);
  }

  /** Without an event: it is told in a form that nobody understands. */
  void breaks(String customer, boolean on) {
    newest(customer).broken = on;
  }

  /** At which the customer buys. */
  String paidPrice(String customer) {
    return newest(customer).price;
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

  private void bill(FakeStripeSale sold, String text, long minor) {
    invoices
        .computeIfAbsent(sold.customer, known -> new ArrayList<>())
        .add(0, sold.invoice(url.get(), prices.get(sold.price).currency(), text, minor));
  }

  /** Null for what there is not. */
  synchronized JsonObject call(FakeStripe.Request request) {
    Map<String, String> form = request.form();
    String[] path = request.path().substring("/v1/".length()).split("/");
    return switch (request.method() + " " + path[0]) {
      case "POST customers" -> Json.createObjectBuilder().add("id", name("cus")).build();
      case "POST checkout" ->
          path.length == 2 ? checkouts.opened(form) : checkouts.expired(path[2]);
      case "GET checkout" -> checkouts.told(path[2]);
      case "POST billing_portal" -> page(name("bps"), "/portal/" + form.get("customer"));
      case "POST subscriptions" -> updated(path[1], form);
      case "DELETE subscriptions" -> gone(path[1]);
      case "GET prices" -> prices.containsKey(path[1]) ? prices.get(path[1]).told() : null;
      case "GET subscriptions" ->
          path.length == 2
              ? told(byId(path[1]))
              : list(all(form.get("customer")).stream().map(this::told).toList());
      case "GET invoices" -> list(invoices.getOrDefault(form.get("customer"), List.of()));
      case "GET entitlements" ->
          list(
              features.getOrDefault(form.get("customer"), Set.of()).stream()
                  .map(key -> Json.createObjectBuilder().add("lookup_key", key).build())
                  .toList());
      default -> null;
    };
  }

  private JsonObject page(String id, String path) {
    return Json.createObjectBuilder().add("id", id).add("url", url.get() + path).build();
  }

  private FakeStripeSale byId(String id) {
    return subscriptions.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject updated(String id, Map<String, String> form) {
    FakeStripeSale sold = byId(id);
    boolean invoiced = "always_invoice".equals(form.get("proration_behavior"));
    if (invoiced && declined.contains(sold.customer)) {
      throw new Declined();
    }
    sold.ends = Boolean.parseBoolean(form.get("cancel_at_period_end"));
    sold.endsOnDate &= !"".equals(form.get("cancel_at"));
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

  private JsonObject told(FakeStripeSale sold) {
    return sold.told(prices.get(sold.price));
  }

  private JsonObject gone(String id) {
    FakeStripeSale sold = byId(id);
    sold.status = "canceled";
    return told(sold);
  }

  static JsonObject list(List<JsonObject> all) {
    JsonArrayBuilder data = Json.createArrayBuilder();
    all.forEach(data::add);
    return Json.createObjectBuilder()
        .add("object", "list")
        .add("data", data)
        .add("has_more", false)
        .build();
  }
}
