package org.freehold.cli.tour;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freehold.cli.rest.Failure;

/** Sends requests, and shows each as curl and its answer, shortened and without secrets. */
record Caller(String base, Map<String, String> headers, PrintWriter out) {
  private static final int SHOWN = 400;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  static Caller at(String base, PrintWriter out) {
    return new Caller(base, Map.of(), out);
  }

  Caller bearing(String token) {
    return with("Authorization", "Bearer " + token);
  }

  Caller in(String tenant) {
    return with("X-Tenant-Slug", tenant);
  }

  /** By name; not every machine resolves *.localhost, so that the address stays. */
  Caller host(String name) {
    return with("Host", name);
  }

  /** The same caller at another address of the server. */
  Caller through(String otherBase) {
    return new Caller(otherBase, headers, out);
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  Reply post(String path, JsonObject body) {
    return send("POST", path, body);
  }

  Reply patch(String path, JsonObject body) {
    return send("PATCH", path, body);
  }

  Reply delete(String path) {
    return send("DELETE", path, null);
  }

  private Caller with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Caller(base, more, out);
  }

  private Reply send(String method, String path, JsonObject body) {
    tell(method, path, body);
    Reply reply = exchange(method, path, body);
    String text = Masked.text(reply.text()).replaceAll("\\s+", " ");
    out.println(
        "  "
            + reply.status()
            + " "
            + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    out.flush();
    return reply;
  }

  private void tell(String method, String path, JsonObject body) {
    StringBuilder curl = new StringBuilder("  $ curl -s");
    curl.append(method.equals("GET") ? "" : " -X " + method).append(" '").append(base + path);
    curl.append('\'');
    headers.forEach(
        (name, value) -> {
          String shown = name.equals("Authorization") ? "Bearer $TOKEN" : value;
          curl.append(" -H \"").append(name).append(": ").append(shown).append('"');
        });
    if (body != null) {
      curl.append(" -H 'Content-Type: application/json' -d '");
      curl.append(Masked.text(body.toString())).append('\'');
    }
    out.println(curl);
  }

  private Reply exchange(String method, String path, JsonObject body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body.toString()));
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new Failure("Nothing answers at " + base + ".", "Start it with freehold up.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "", e);
    }
  }
}
