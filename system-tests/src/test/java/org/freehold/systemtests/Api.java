package org.freehold.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of the API with the headers that it sends; every change of them gives a new one. */
record Api(URI url, Map<String, String> headers) {
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
  Api signedIn(String email, String password) {
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

  Api in(String tenant) {
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

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  Answer put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body));
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, BodyPublishers.ofString(body));
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer send(String method, String path, BodyPublisher body) {
    try {
      return exchange(method, path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** The same for tests that expect the server to go away. */
  Answer exchange(String method, String path, BodyPublisher body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    headers.forEach(request::header);
    try {
      return new Answer(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + method + " " + path, e);
    }
  }
}
