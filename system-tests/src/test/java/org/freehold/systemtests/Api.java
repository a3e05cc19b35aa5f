package org.freehold.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.systemtests.contract.ContractCheck;

/** A client of the API with the headers that it sends; every change of them gives a new one. */
public record Api(URI url, Map<String, String> headers) {
  private static final Map<URI, String> DOCUMENTS = new ConcurrentHashMap<>();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Of nobody. */
  static Api at(URI url) {
    return new Api(url, Map.of("Content-Type", "application/json"));
  }

  /** Of whoever has this address and password. */
  public Api signedIn(String email, String password) {
    return bearing(login(email, password).is(200).string("access_token"));
  }

  Answer login(String email, String password) {
    return post("/api/auth/login", Body.of("email", email, "password", password));
  }

  Api bearing(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  /** The token that it bears. */
  String token() {
    return headers.get("Authorization").substring("Bearer ".length());
  }

  public Api in(String tenant) {
    return with("X-Tenant-Slug", tenant);
  }

  Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(url, more);
  }

  Api without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Api(url, fewer);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  public Answer put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body));
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, BodyPublishers.ofString(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer send(String method, String path, BodyPublisher body) {
    try {
      Answer answer = exchange(method, path, body);
      check(method, path, answer.response(), answer.text());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** Holds every answer of the API to its document. */
  private void check(String method, String path, HttpResponse<?> response, String text)
      throws IOException {
    if (!path.matches("(/t/[^/]+)?/api/.*")
        || path.startsWith("/api/openapi.json")
        || path.startsWith("/api/docs")) {
      return;
    }
    String document = DOCUMENTS.get(url);
    if (document == null) {
      document =
          at(url).exchange("GET", "/api/openapi.json", BodyPublishers.noBody()).is(200).text();
      DOCUMENTS.put(url, document);
    }
    ContractCheck.check(
        method, path, response.statusCode(), response.headers().map(), text, document);
  }

  /** A request without a body whose answer is no text. */
  HttpResponse<byte[]> bytes(String method, String path) {
    return bytes(method, path, BodyPublishers.noBody());
  }

  /** A request whose answer is no text. */
  HttpResponse<byte[]> bytes(String method, String path, String body) {
    return bytes(method, path, BodyPublishers.ofString(body));
  }

  private HttpResponse<byte[]> bytes(String method, String path, BodyPublisher body) {
    try {
      HttpResponse<byte[]> response = exchange(method, path, body, BodyHandlers.ofByteArray());
      check(method, path, response, new String(response.body(), StandardCharsets.UTF_8));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /**
   * What the server tells for as long as it is listened to; an answer with its headers at first.
   */
  HttpResponse<InputStream> stream(String path) throws IOException {
    return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
  }

  /** The same unchecked, for tests that expect the server to go away. */
  Answer exchange(String method, String path, BodyPublisher body) throws IOException {
    return new Answer(method + " " + path, exchange(method, path, body, BodyHandlers.ofString()));
  }

  private <T> HttpResponse<T> exchange(
      String method, String path, BodyPublisher body, BodyHandler<T> handler) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + method + " " + path, e);
    }
  }
}
