package org.freehold.cli.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * A Freehold server as its API shows it, to whoever the tokens are of, in one tenant or in none.
 */
public final class Server {
  /** What the server gives at once. */
  public static final int LARGEST_PAGE = 200;

  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Preparing a release tries it out on a copy before it answers. */
  private static final Duration PATIENCE_WITH_CHANGES = Duration.ofMinutes(5);

  private static final int LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI url;
  private final Optional<String> tenant;
  private final Tokens tokens;

  public Server(URI url, Optional<String> tenant, Tokens tokens) {
    this.url = url;
    this.tenant = tenant;
    this.tokens = tokens;
  }

  /** The resource at this path; {@link Failure} when the server says no. */
  public JsonObject get(String path) {
    return accepted("GET", path, null).object();
  }

  /** What the server answers to a change without a body, or with it. */
  public JsonObject post(String path, JsonObject body) {
    return accepted("POST", path, body).object();
  }

  public JsonObject patch(String path, JsonObject body) {
    return accepted("PATCH", path, body).object();
  }

  public void delete(String path) {
    accepted("DELETE", path, null);
  }

  /** At most {@code limit} items of a list: an object like one page. */
  public JsonObject list(String path, Map<String, String> filters, int limit) {
    JsonArrayBuilder items = Json.createArrayBuilder();
    JsonValue next = each(path, filters, limit, items::add);
    return Json.createObjectBuilder().add("items", items).add("next", next).build();
  }

  /** Tells at most {@code limit} items of a list, page by page; where it goes on, or null. */
  public JsonValue each(
      String path, Map<String, String> filters, long limit, Consumer<JsonObject> item) {
    long missing = limit;
    JsonValue next = JsonValue.NULL;
    do {
      String after =
          next == JsonValue.NULL ? "" : "&after=" + encoded(((JsonString) next).getString());
      long size = Math.min(missing, LARGEST_PAGE);
      JsonObject page = get(path + "?limit=" + size + query(filters) + after);
      page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item);
      missing -= page.getJsonArray("items").size();
      next = page.getOrDefault("next", JsonValue.NULL);
    } while (missing > 0 && next != JsonValue.NULL);
    return next;
  }

  /** A value as a path or a query carries it. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whatever the server answers, a refusal too. */
  public Answer send(String method, String path, JsonObject body) {
    Optional<String> token = tokens.current();
    Answer answer = exchange(method, path, body, token);
    if (answer.status() != 401 || token.isEmpty()) {
      return answer;
    }
    Optional<String> other = tokens.insteadOf(token.get());
    return other.isPresent() ? exchange(method, path, body, other) : answer;
  }

  /** The events at this path as they come; {@link Failure} when the server says no. */
  public EventStream events(String path) {
    Optional<String> token = tokens.current();
    HttpResponse<InputStream> response = respond("GET", path, null, token, EVENTS);
    if (response.statusCode() == 401 && token.isPresent()) {
      Optional<String> other = tokens.insteadOf(token.get());
      response = other.isPresent() ? respond("GET", path, null, other, EVENTS) : response;
    }
    if (response.statusCode() != 200) {
      throw answer(response).failure();
    }
    return new EventStream(response.body());
  }

  private Answer accepted(String method, String path, JsonObject body) {
    Answer answer = send(method, path, body);
    if (answer.isProblem()) {
      throw answer.failure();
    }
    return answer;
  }

  private Answer exchange(String method, String path, JsonObject body, Optional<String> token) {
    return answer(respond(method, path, body, token, JSON));
  }

  private Answer answer(HttpResponse<InputStream> response) {
    try {
      return new Answer(response.statusCode(), response.headers(), text(response.body()));
    } catch (IOException e) {
      throw silent(e);
    }
  }

  private HttpResponse<InputStream> respond(
      String method, String path, JsonObject body, Optional<String> token, String form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(method.equals("POST") ? PATIENCE_WITH_CHANGES : PATIENCE)
            .header("Accept", form)
            .header("User-Agent", "freehold-command-line");
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    tenant.ifPresent(slug -> request.header("X-Tenant-Slug", slug));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", JSON);
      request.method(method, BodyPublishers.ofString(body.toString()));
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw silent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "The server may have done it all the same.", e);
    }
  }

  private Failure silent(IOException silence) {
    return new Failure(
        "No Freehold answers at " + url + " (" + reason(silence) + ").",
        "Start it with freehold up, or name another one with --server.",
        silence);
  }

  private static String reason(IOException silence) {
    if (silence instanceof HttpTimeoutException) {
      return "not in time";
    }
    if (silence instanceof SSLException) {
      return silence.getMessage();
    }
    if (silence instanceof ConnectException) {
      return silence.getCause() instanceof ConnectException
              && silence.getCause().getCause() instanceof UnresolvedAddressException
          ? "no such host"
          : "nothing listens there";
    }
    return "the connection was cut";
  }

  private static String text(InputStream body) throws IOException {
    try (body) {
      byte[] bytes = body.readNBytes(LARGEST_ANSWER_BYTES + 1);
      if (bytes.length > LARGEST_ANSWER_BYTES) {
        throw new Failure("The answer has more than 32 MB.", "Ask for less.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static String query(Map<String, String> filters) {
    return filters.entrySet().stream()
        .map(filter -> "&" + filter.getKey() + "=" + encoded(filter.getValue()))
        .collect(Collectors.joining());
  }
}
