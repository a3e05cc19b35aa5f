package org.freehold.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed-in caller of the API. */
public record Api(int port, String token) {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern QUERIES =
      Pattern.compile("(?m)^freehold_sql_queries_total\\S* ([0-9.eE+]+)$");

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  public static Api signIn(int port, String email, String password) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    String answer = new Api(port, null).call(200, "POST", "/api/auth/login", null, body);
    return new Api(port, found(TOKEN, answer));
  }

  /** A caller with a new API key of this one's. */
  Api withKey(String tenant, String permission) {
    String body = "{\"name\":\"Load\",\"permissions\":[\"%s\"]}".formatted(permission);
    return new Api(port, found(KEY, call(201, "POST", "/api/admin/api-keys", tenant, body)));
  }

  /** The body of an answer that must have the status. */
  public String call(int status, String method, String path, String tenant, String body) {
    try (HttpConnection connection = new HttpConnection(port)) {
      HttpConnection.Answer answer = connection.send(request(method, path, tenant, body));
      if (answer.status() != status) {
        throw new IllegalStateException(
            "%s %s answered %d: %s".formatted(method, path, answer.status(), answer.text()));
      }
      return answer.text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a tenant of the best tier and answers what the server says of it, when it is set up. */
  public String newTenant(String slug, String name, String ownerEmail) {
    String made =
        call(
            201,
            "POST",
            "/api/tenants",
            "platform",
            "{\"name\":\"%s\",\"slug\":\"%s\",\"tier\":\"enterprise\",\"owner_email\":\"%s\"}"
                .formatted(name, slug, ownerEmail));
    call(200, "POST", "/api/tenants/" + slug + "/activate", "platform", "{}");
    long end = System.nanoTime() + LONGEST.toNanos();
    while (status("GET", "/api/whoami", slug) != 200) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("The tenant " + slug + " is not set up");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return made;
  }

  private int status(String method, String path, String tenant) {
    try (HttpConnection connection = new HttpConnection(port)) {
      return connection.send(request(method, path, tenant, null)).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link HttpConnection#send} sends. */
  public byte[] request(String method, String path, String tenant, String body) {
    return HttpConnection.request(method, path, tenant, token, body);
  }

  /** How many SQL queries the server has sent since its start. */
  double sqlQueries() {
    return Double.parseDouble(found(QUERIES, call(200, "GET", "/api/metrics", null, null)));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("Not found in the answer: " + pattern);
    }
    return matcher.group(1);
  }
}
