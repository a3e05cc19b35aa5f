package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The trail as a file, and as it grows. */
class AuditStreamsIT {
  private static final int BATCHES = 5;

  private static TestTenant tenant;
  private static Api product;

  @BeforeAll
  static void recordMoreThanPagesHold() {
    tenant = Fixtures.tenant();
    product = tenant.withKey("audit:write", "audit:read", "audit:export");
    for (int batch = 0; batch < BATCHES; batch++) {
      record("shop:sale.made", 100, "\"new_values\":{\"note\":\"=1+1\",\"quote\":\"a \\\"b\\\"\"}");
    }
  }

  private static void record(String action, int count, String more) {
    String events =
        IntStream.range(0, count)
            .mapToObj(i -> "{\"action\":\"%s\",%s}".formatted(action, more))
            .collect(Collectors.joining(","));
    product.post("/api/audit-logs/batch", "{\"events\":[" + events + "]}").is(200);
  }

  private static JsonObject parsed(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void aFileHasEveryEventOnceInOneOrder() {
    List<JsonObject> lines =
        product
            .get("/api/audit-logs?format=ndjson&action=shop:sale.*&sort=timestamp")
            .is(200)
            .text()
            .lines()
            .map(AuditStreamsIT::parsed)
            .toList();
    assertThat(lines).hasSize(BATCHES * 100);
    assertThat(lines.stream().map(one -> one.getString("id"))).doesNotHaveDuplicates().isSorted();
    JsonObject download =
        tenant.api().get("/api/audit-logs?action=audit.downloaded").is(200).items().get(0);
    assertThat(download.getString("actor_type")).isEqualTo("api_key");
    assertThat(download.getJsonObject("new_values").getString("action")).isEqualTo("shop:sale.*");
    assertThat(download.getJsonObject("new_values").getString("format")).isEqualTo("ndjson");
  }

  @Test
  void aTableIsHarmlessInASpreadsheet() {
    Answer table =
        product.with("Accept", "text/csv").get("/api/audit-logs?action=shop:sale.made").is(200);
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.header("Content-Disposition")).contains("audit-events.csv");
    List<String> lines = table.text().lines().toList();
    assertThat(lines).hasSize(BATCHES * 100 + 1);
    assertThat(lines.get(0)).startsWith("id,action,user_id,");
    assertThat(lines.get(1)).contains("\"{\"\"note\"\":\"\"=1+1\"\",");
    tenant
        .api()
        .with("User-Agent", "=cmd()")
        .post("/api/projects", Body.of("name", "Formula"))
        .is(201);
    assertThat(tenant.api().get("/api/audit-logs?format=csv&action=project.created").is(200).text())
        .contains(",'=cmd(),")
        .doesNotContain(",=cmd(),");
  }

  @Test
  void onlyWhoMayExportTakesFilesAndFilesAreWhole() {
    Api reader = tenant.withKey("audit:read");
    reader.get("/api/audit-logs?format=csv").isProblem(403, "permission_required");
    product.get("/api/audit-logs?format=csv&limit=5").isProblem(400, "invalid");
    product.get("/api/audit-logs?format=xml").isProblem(400, "invalid");
    product.get("/api/audit-logs?format=csv&sort=name").isProblem(400, "invalid");
    assertThat(product.get("/api/audit-logs?format=json&limit=1").is(200).items()).hasSize(1);
  }

  @Test
  void whatIsRecordedComesAtOnceAndOnlyWhatIsAskedFor() throws Exception {
    try (Listening tail = new Listening(product, "?action=tail:seen", null)) {
      assertThat(tail.next()).startsWith("position ");
      record("tail:unseen", 3, "\"success\":true");
      record("tail:seen", 2, "\"success\":true");
      assertThat(tail.event().getString("action")).isEqualTo("tail:seen");
      assertThat(tail.event().getString("action")).isEqualTo("tail:seen");
    }
  }

  @Test
  void aStreamGoesOnWhereItEndedWithoutGapOrRepetition() throws Exception {
    String last;
    List<Long> places = new ArrayList<>();
    try (Listening tail = new Listening(product, "?action=again:*", null)) {
      tail.next();
      record("again:one", 3, "\"success\":true");
      places.add(tail.event().getJsonNumber("sequence").longValue());
      places.add(tail.event().getJsonNumber("sequence").longValue());
      last = tail.lastId();
    }
    for (int batch = 0; batch < 3; batch++) {
      record("again:two", 80, "\"success\":true");
    }
    try (Listening tail = new Listening(product, "?action=again:*", last)) {
      while (places.size() < 3 + 240) {
        places.add(tail.event().getJsonNumber("sequence").longValue());
      }
    }
    assertThat(places).isSorted().doesNotHaveDuplicates();
    product
        .with("Last-Event-ID", "999999999")
        .get("/api/audit-logs/tail")
        .isProblem(400, "invalid");
    tenant.as("viewer").get("/api/audit-logs/tail").isProblem(403, "permission_required");
  }

  @Test
  void aStreamOfATenantTellsNothingOfAnother() throws Exception {
    TestTenant other = Fixtures.tenant();
    try (Listening tail = new Listening(product, "?action=secret:*", null)) {
      tail.next();
      other.api().post("/api/audit-logs", "{\"action\":\"secret:theirs\"}").is(200);
      product.post("/api/audit-logs", "{\"action\":\"secret:ours\"}").is(200);
      assertThat(tail.event().getString("action")).isEqualTo("secret:ours");
    }
  }

  /** One who follows the trail, and waits ten seconds for each thing. */
  private static final class Listening implements AutoCloseable {
    private final BufferedReader lines;
    private String id;

    Listening(Api api, String query, String last) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(api.url() + "/api/audit-logs/tail" + query));
      api.headers().forEach(request::header);
      if (last != null) {
        request.header("Last-Event-ID", last);
      }
      HttpResponse<InputStream> response =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    String lastId() {
      return id;
    }

    /** The next event of a kind and its data, in one line. */
    String next() throws Exception {
      return CompletableFuture.supplyAsync(this::read).get(10, TimeUnit.SECONDS);
    }

    /** The next event of the trail. */
    JsonObject event() throws Exception {
      String told = next();
      while (told.startsWith("position ")) {
        told = next();
      }
      return parsed(told.substring("event ".length()));
    }

    private String read() {
      try {
        String kind = "";
        String data = "";
        String line = lines.readLine();
        while (line != null && !(line.isEmpty() && !data.isEmpty())) {
          kind = line.startsWith("event: ") ? line.substring(7) : kind;
          data = line.startsWith("data: ") ? line.substring(6) : data;
          id = line.startsWith("id: ") ? line.substring(4) : id;
          line = lines.readLine();
        }
        return kind + " " + data;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
