package org.freehold.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small tenant to look at after the first start, made through the API like any other and filled
 * by the job for demo data. Each step does nothing the second time, so that a start that was
 * interrupted goes on where it was.
 */
final class DemoTenant {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([^\"]+)\"");
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String TENANT = "/api/tenants/demo";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String email;
  private String token;

  DemoTenant(String url, String email) {
    this.url = url;
    this.email = email;
  }

  /** Unless {@code FREEHOLD_DEMO} says no; never in production mode. */
  static boolean isWanted(Environment environment) {
    return !ProductionMode.isOn(environment)
        && environment.get("FREEHOLD_DEMO").map(Boolean::valueOf).orElse(true);
  }

  /** Makes the tenant and fills it; an answer that was not expected ends it with a reason. */
  void create(String password) {
    String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    token = first(TOKEN, post("/api/auth/login", null, login).body());
    if (get(TENANT).statusCode() == 404) {
      post(
          "/api/tenants",
          "demo-tenant",
          "{\"name\":\"Demo\",\"slug\":\"demo\",\"tier\":\"enterprise\",\"owner_email\":\"%s\"}"
              .formatted(email));
    }
    if (first(STATUS, get(TENANT).body()).equals("pending")) {
      post(TENANT + "/activate", null, "{}");
    }
    HttpResponse<String> run =
        post(
            "/api/admin/seed-demo",
            "demo-seed",
            "{\"tenant_slug\":\"demo\",\"num_projects\":3,\"tasks_per_project\":8}");
    await(URI.create(run.headers().firstValue("Location").orElseThrow()).getRawPath());
  }

  /** A run that takes longer goes on by itself. */
  private void await(String run) {
    long end = System.nanoTime() + LONGEST.toNanos();
    String status = first(STATUS, get(run).body());
    while (!status.equals("completed") && System.nanoTime() < end) {
      if (status.equals("failed")) {
        throw new IllegalStateException("The demo tenant could not be filled: " + get(run).body());
      }
      LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
      status = first(STATUS, get(run).body());
    }
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  private HttpResponse<String> post(String path, String key, String body) {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          "The demo tenant could not be made: " + path + " answered " + answer.body());
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("X-Tenant-Slug", "platform");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The demo tenant could not be made: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the demo tenant", e);
    }
  }

  private static String first(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    if (!matcher.find()) {
      throw new IllegalStateException("The demo tenant could not be made: unexpected " + body);
    }
    return matcher.group(1);
  }
}
