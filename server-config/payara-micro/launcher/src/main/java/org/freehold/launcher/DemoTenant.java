package org.freehold.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small tenant to look at after the first start, made through the API like any other. Every call
 * carries an Idempotency-Key, so that a start that was interrupted goes on where it was.
 */
final class DemoTenant {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String email;
  private String token;

  DemoTenant(String url, String email) {
    this.url = url;
    this.email = email;
  }

  /** Makes the tenant unless it is there; an answer that was not expected ends it with a reason. */
  void create(String password) {
    String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    token = first(TOKEN, post("platform", "/api/auth/login", null, login));
    if (exists()) {
      return;
    }
    post(
        "platform",
        "/api/tenants",
        "demo-tenant",
        "{\"name\":\"Demo\",\"slug\":\"demo\",\"tier\":\"professional\",\"owner_email\":\"%s\"}"
            .formatted(email));
    post("platform", "/api/tenants/demo/activate", null, "{}");
    user("Maria Manager", "manager");
    String developer = user("Devin Developer", "developer");
    user("Vera Viewer", "viewer");
    String team =
        first(
            ID,
            post(
                "demo",
                "/api/teams",
                "demo-team",
                "{\"name\":\"Portal team\",\"department\":\"Engineering\"}"));
    project("Customer Portal", "high", team, developer);
    project("Billing Renewal", "critical", team, developer);
    project("Data Warehouse", "medium", null, developer);
  }

  private boolean exists() {
    return send(request("platform", "/api/tenants/demo").GET().build()).statusCode() == 200;
  }

  private String user(String name, String role) {
    String body =
        "{\"name\":\"%s\",\"email\":\"%s@demo.example\",\"role\":\"%s\",\"department\":\"Engineering\"}"
            .formatted(name, role, role);
    return first(ID, post("demo", "/api/users", "demo-user-" + role, body));
  }

  private void project(String name, String priority, String team, String developer) {
    String key = "demo-" + name.replace(' ', '-');
    String body =
        "{\"name\":\"%s\",\"priority\":\"%s\",\"team_id\":%s,\"department\":\"Engineering\"}"
            .formatted(name, priority, team == null ? "null" : "\"" + team + "\"");
    String project = first(ID, post("demo", "/api/projects", key, body));
    for (String title : new String[] {"Write the plan", "Review the design", "Build a first cut"}) {
      String task =
          "{\"project_id\":\"%s\",\"title\":\"%s\",\"assignee_id\":\"%s\"}"
              .formatted(project, title, developer);
      post("demo", "/api/tasks", key + "-" + title.replace(' ', '-'), task);
    }
  }

  private String post(String tenant, String path, String key, String body) {
    HttpRequest.Builder request =
        request(tenant, path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          "The demo tenant could not be made: " + path + " answered " + answer.body());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String tenant, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("X-Tenant-Slug", tenant);
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
