package org.freehold.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A Stripe of our own with the few calls that the server makes: it keeps what it is told, repeats
 * its answer to an Idempotency-Key, records requests and fails when a test says so.
 */
public final class FakeStripe {
  static final String SECRET_KEY = "sk_test_of_the_fake";
  static final String WEBHOOK_SECRET = "whsec_of_the_fake";

  /** What was asked. */
  record Request(String method, String path, Map<String, String> form, String key, String version) {
    boolean is(String wishedMethod, String beginning) {
      return method.equals(wishedMethod) && path.startsWith(beginning);
    }
  }

  /** A call that waits. */
  private record Held(String call, String about, CountDownLatch came, CountDownLatch goOn) {}

  private record Answered(int status, String body) {}

  private static final FakeStripe SHARED = new FakeStripe();

  private final FakeStripeAccount account = new FakeStripeAccount(this::url);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Answered> kept = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Set<String> keptFailures = ConcurrentHashMap.newKeySet();
  private final Set<Held> held = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  private FakeStripe() {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "fake-stripe");
              thread.setDaemon(true);
              return thread;
            });
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The one that the shared server is set up with. */
  public static FakeStripe shared() {
    return SHARED;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it keeps. */
  public FakeStripeAccount account() {
    return account;
  }

  /** Of calls whose form or path names the customer or subscription. */
  List<Request> requests(String about) {
    return requests.stream()
        .filter(one -> one.path().contains(about) || one.form().containsValue(about))
        .toList();
  }

  /** The next call of this kind fails, and again whenever it is repeated under its key. */
  void failsAndKeepsThat(String call) {
    keptFailures.add(call);
  }

  /** So many calls of this kind fail, as {@code POST /v1/checkout/sessions}. */
  void fails(String call, int times) {
    failures.put(call, times);
  }

  /**
   * The next call of this kind about a customer or price waits.
   *
   * @param came counted down when it is there
   * @param goOn awaited before it is done
   */
  void holds(String call, String about, CountDownLatch came, CountDownLatch goOn) {
    held.add(new Held(call, about, came, goOn));
  }

  private void hold(Request request) {
    for (Held one : held) {
      if (one.call().equals(request.method() + " " + request.path())
          && request.form().containsValue(one.about())
          && held.remove(one)) {
        one.came().countDown();
        try {
          one.goOn().await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    Request request =
        new Request(
            exchange.getRequestMethod(),
            path,
            form(body.isEmpty() && query != null ? query : body),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("Stripe-Version"));
    if (path.startsWith("/pay/")) {
      // What a person does on Stripe's page: here it is enough to open it.
      exchange.getResponseHeaders().set("Location", account.pay(url() + path));
      send(exchange, new Answered(303, ""));
      return;
    }
    if (path.startsWith("/portal/")) {
      send(exchange, new Answered(200, "<title>Payment</title><h1>Cards and bills</h1>"));
      return;
    }
    requests.add(request);
    String auth = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = ("Bearer " + SECRET_KEY).equals(auth);
    send(exchange, known ? once(request, exchange) : error(401, "api_key", "Invalid API Key"));
  }

  private Answered once(Request request, HttpExchange exchange) {
    hold(request);
    Integer left =
        failures.computeIfPresent(request.method() + " " + request.path(), (k, v) -> v - 1);
    if (left != null && left >= 0) {
      return error(500, "api_error", "Scripted");
    }
    if (request.key() == null) {
      return done(request);
    }
    if (kept.containsKey(request.key())) {
      exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
    }
    if (keptFailures.remove(request.method() + " " + request.path())) {
      kept.put(request.key(), error(500, "api_error", "Scripted, and kept"));
    }
    return kept.computeIfAbsent(request.key(), key -> done(request));
  }

  private Answered done(Request request) {
    try {
      JsonObject answer = account.call(request);
      return answer == null
          ? error(404, "resource_missing", "No such thing: " + request.path())
          : new Answered(200, answer.toString());
    } catch (FakeStripeAccount.Declined e) {
      return error(402, "card_declined", "Your card was declined.");
    } catch (FakeStripeCheckouts.Refused e) {
      return error(400, "invalid_request", "Only an open checkout can be expired.");
    }
  }

  private static Answered error(int status, String code, String message) {
    return new Answered(
        status, Body.of("error", Body.json(Body.of("code", code, "message", message))));
  }

  private static void send(HttpExchange exchange, Answered answered) throws IOException {
    byte[] body = answered.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answered.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
