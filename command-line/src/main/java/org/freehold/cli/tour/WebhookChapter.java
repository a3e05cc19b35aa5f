package org.freehold.cli.tour;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freehold.cli.rest.Failure;

/** Receives an event on this machine, and checks its signature with the published library. */
final class WebhookChapter {
  private static final int PATIENCE_SECONDS = 30;
  private static final int LARGEST_BYTES = 1024 * 1024;

  private record Delivery(HttpHeaders headers, String body) {}

  private WebhookChapter() {}

  static void play(Visit visit) {
    BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>(10);
    HttpServer receiver = receiver(arrived);
    try {
      Caller owner = visit.signedIn("owner@" + visit.slug() + ".example").in(visit.slug());
      JsonObject endpoint =
          createObjectBuilder()
              .add("url", "http://localhost:" + receiver.getAddress().getPort() + "/tour")
              .add("events", createArrayBuilder().add("project.*"))
              .build();
      Reply made = owner.post("/api/webhooks/endpoints", endpoint).is(201);
      String project = "/api/projects/" + visit.made("project");
      owner.patch(project, createObjectBuilder().add("status", "paused").build()).is(200);
      verify(visit, arrived, made.string("secret"));
      owner.delete("/api/webhooks/endpoints/" + made.string("id")).is(204);
    } finally {
      receiver.stop(0);
    }
  }

  private static HttpServer receiver(BlockingQueue<Delivery> arrived) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/tour",
          exchange -> {
            try (exchange) {
              byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BYTES);
              HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (n, v) -> true);
              arrived.offer(new Delivery(headers, new String(body, StandardCharsets.UTF_8)));
              exchange.sendResponseHeaders(204, -1);
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new Failure("No receiver could be opened on this machine.", e.toString(), e);
    }
  }

  private static void verify(Visit visit, BlockingQueue<Delivery> arrived, String secret) {
    try {
      Delivery delivery = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (delivery == null) {
        throw new Failure("No webhook arrived within 30 s.", "See /api/webhooks/deliveries.");
      }
      new Webhook(secret).verify(delivery.body(), delivery.headers());
      visit.out().println("  arrived and verified: " + Masked.text(delivery.body()));
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      throw new Failure("The webhook's signature does not verify.", e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "", e);
    }
  }
}
