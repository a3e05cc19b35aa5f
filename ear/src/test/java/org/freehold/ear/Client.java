package org.freehold.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A caller of the API: somebody, or nobody, in one tenant. */
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI server;
  private final String tenant;
  private final String token;

  private Client(URI server, String tenant, String token) {
    this.server = server;
    this.tenant = tenant;
    this.token = token;
  }

  /** Nobody, at the same server. */
  Client anonymous() {
    return anonymous(server);
  }

  static Client anonymous(URI server) {
    return new Client(server, null, null);
  }

  /** The same caller, asking for another tenant. */
  Client in(String slug) {
    return new Client(server, slug, token);
  }

  Client signIn(String email, String password) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    Answer answer = post("/api/auth/login", body).expect(200);
    return new Client(server, tenant, answer.text("access_token"));
  }

  /** The access token of whoever it is. */
  String token() {
    return token;
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  /** Uploads a text as a file. */
  Answer upload(String name, String content) {
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--cut--\r\n"
            .formatted(name, content);
    return send(
        request("/api/files")
            .setHeader("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Asks for a range of bytes. */
  Answer range(String path, String range) {
    return send(request(path).header("Range", range).GET());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer patch(String path, String ifMatch, String body) {
    return send(
        request(path)
            .setHeader("Content-Type", "application/merge-patch+json")
            .header("If-Match", ifMatch)
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json");
    if (tenant != null) {
      request.header("X-Tenant-Slug", tenant);
    }
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the server", e);
    }
  }
}
