package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The pages of our own Stripe on which a first month is paid. */
final class FakeStripeCheckouts {
  private static final String OPEN = "open";

  /** What was asked for cannot be. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** One of them, as it was asked for. */
  record Session(String id, String customer, String price, String successUrl) {}

  private final Supplier<String> url;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, String> statuses = new ConcurrentHashMap<>();

  FakeStripeCheckouts(Supplier<String> url) {
    this.url = url;
  }

  Session at(String page) {
    return sessions.get(page.substring(page.lastIndexOf('/') + 1));
  }

  boolean isOpen(Session session) {
    return statuses.get(session.id()).equals(OPEN);
  }

  /** False when it is not open any more. */
  boolean ends(Session session, String status) {
    return statuses.replace(session.id(), OPEN, status);
  }

  List<String> open(String customer) {
    return sessions.values().stream()
        .filter(one -> one.customer().equals(customer) && isOpen(one))
        .map(this::page)
        .toList();
  }

  private String page(Session session) {
    return url.get() + "/pay/" + session.id();
  }

  JsonObject opened(Map<String, String> form) {
    Session session =
        new Session(
            FakeStripeAccount.name("cs"),
            form.get("customer"),
            form.get("line_items[0][price]"),
            form.get("success_url"));
    statuses.put(session.id(), OPEN);
    sessions.put(session.id(), session);
    return told(session.id());
  }

  /** As Stripe does it with open ones only. */
  JsonObject expired(String id) {
    if (!ends(sessions.get(id), "expired")) {
      throw new Refused();
    }
    return told(id);
  }

  /** Null for what there is not. */
  JsonObject told(String id) {
    Session session = sessions.get(id);
    return session == null
        ? null
        : Json.createObjectBuilder()
            .add("id", id)
            .add("status", statuses.get(id))
            .add("url", page(session))
            .build();
  }
}
