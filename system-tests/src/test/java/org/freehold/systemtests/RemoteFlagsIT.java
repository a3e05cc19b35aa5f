package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.MutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenFeature's remote evaluation protocol (OFREP 0.3), asked by its published provider too. */
class RemoteFlagsIT {
  private static final String BULK = "/ofrep/v1/evaluate/flags";
  private static final String OFF = "{\"enabled\":false}";
  private static final String ADA = "{\"context\":{\"targetingKey\":\"ada\",\"seats\":12}}";

  private static TestTenant tenant;
  private static Api key;
  private static Client client;

  @BeforeAll
  static void makeFlags() {
    tenant = Fixtures.tenant();
    Api api = tenant.api();
    FlagBodies.segment(api, "testers", "ada");
    String inSegment = "{\"operator\":\"in_segment\",\"values\":[\"testers\"]}";
    String manySeats = "{\"attribute\":\"seats\",\"operator\":\"greater_than\",\"values\":[10]}";
    FlagBodies.made(
        api,
        "checkout",
        "rules",
        Body.json("[" + FlagBodies.rule("testers", inSegment + "," + manySeats, "on") + "]"));
    FlagBodies.made(
        api,
        "colour",
        "type",
        "string",
        "variants",
        Body.json("[{\"name\":\"red\",\"value\":\"#f00\"},{\"name\":\"blue\",\"value\":\"#00f\"}]"),
        "off_variant",
        "blue",
        "bucket_by",
        "targetingKey",
        "otherwise",
        Body.json(FlagBodies.split("red", 50, "blue", 50)));
    FlagBodies.made(
        api,
        "limit",
        "type",
        "number",
        "variants",
        Body.json("[{\"name\":\"few\",\"value\":7},{\"name\":\"some\",\"value\":2.5}]"),
        "off_variant",
        "some",
        "enabled",
        false,
        "otherwise",
        Body.json("{\"variant\":\"few\"}"),
        "environments",
        Body.json("[{\"name\":\"staging\",\"enabled\":true}]"));
    FlagBodies.made(
        api,
        "theme",
        "type",
        "json",
        "variants",
        Body.json("[{\"name\":\"dark\",\"value\":{\"ink\":\"white\",\"levels\":[1,2]}}]"),
        "off_variant",
        "dark",
        "otherwise",
        Body.json("{\"variant\":\"dark\"}"));
    key = tenant.withKey("flags:read").without("X-Tenant-Slug");
    client = client(Map.of("Authorization", key.headers().get("Authorization")), "flags");
  }

  private static Client client(Map<String, String> headers, String domain) {
    ImmutableMap.Builder<String, ImmutableList<String>> sent = ImmutableMap.builder();
    headers.forEach((name, value) -> sent.put(name, ImmutableList.of(value)));
    OfrepProvider provider =
        OfrepProvider.constructProvider(
            OfrepProviderOptions.builder()
                .baseUrl(tenant.api().url().toString())
                .headers(sent.build())
                .build());
    OpenFeatureAPI.getInstance().setProviderAndWait(domain, provider);
    return OpenFeatureAPI.getInstance().getClient(domain);
  }

  private static EvaluationContext user(String name, Integer seats) {
    MutableContext context = new MutableContext(name);
    return seats == null ? context : context.add("seats", seats);
  }

  @Test
  void thePublishedProviderGetsEveryTypeOfValue() {
    FlagEvaluationDetails<Boolean> checkout =
        client.getBooleanDetails("checkout", false, user("ada", 12));
    assertThat(checkout.getValue()).isTrue();
    assertThat(checkout.getVariant()).isEqualTo("on");
    assertThat(checkout.getReason()).isEqualTo("TARGETING_MATCH");
    assertThat(checkout.getFlagMetadata().getString("rule")).isEqualTo("testers");
    assertThat(client.getBooleanValue("checkout", true, user("ada", 3))).isFalse();
    assertThat(client.getBooleanValue("checkout", true, user("bob", 12))).isFalse();
    assertThat(client.getStringValue("colour", "?", user("ada", null))).isIn("#f00", "#00f");
    FlagEvaluationDetails<Double> limit = client.getDoubleDetails("limit", 0.0, user("ada", null));
    assertThat(limit.getValue()).isEqualTo(2.5);
    assertThat(limit.getReason()).isEqualTo("DISABLED");
    Value theme = client.getObjectValue("theme", new Value(), user("ada", null));
    assertThat(theme.asStructure().getValue("ink").asString()).isEqualTo("white");
    assertThat(theme.asStructure().getValue("levels").asList()).hasSize(2);
  }

  @Test
  void thePublishedProviderIsToldWhatIsWrong() {
    assertThat(client.getBooleanDetails("nothing", true, user("ada", null)).getErrorCode())
        .isEqualTo(ErrorCode.FLAG_NOT_FOUND);
    assertThat(client.getBooleanDetails("colour", true, user("ada", null)).getErrorCode())
        .isEqualTo(ErrorCode.TYPE_MISMATCH);
    Client stranger = client(Map.of("Authorization", "Bearer sk_live_nobody"), "stranger");
    assertThat(stranger.getBooleanDetails("checkout", true, user("ada", 12)).getValue()).isTrue();
  }

  @Test
  void anEnvironmentIsNamedByAHeader() {
    Client staging =
        client(Map.of("X-API-Key", key.token(), "Freehold-Environment", "staging"), "staging");
    assertThat(staging.getIntegerValue("limit", 0, user("ada", null))).isEqualTo(7);
    key.with("Freehold-Environment", "no such").post(BULK, ADA).is(400);
    key.post("/t/" + tenant.slug() + BULK, ADA).is(200);
    FlagBodies.made(
        tenant.api(),
        "named",
        "environments",
        Body.json("[{\"name\":\"prod\",\"enabled\":false},{\"name\":\"dev\",\"enabled\":false}]"));
    for (String named : List.of("production", "prod", "dev", "development")) {
      Answer told = key.with("Freehold-Environment", named).post(BULK + "/named", ADA).is(200);
      assertThat(told.string("reason")).as(named).isEqualTo("DISABLED");
    }
  }

  @Test
  void pagesOfNamedOriginsMayAsk() throws Exception {
    HttpResponse<Void> asked = preflight(BULK, Installation.PAGES);
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(Installation.PAGES);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization", "If-None-Match", "Freehold-Environment");
    Answer answer = key.with("Origin", Installation.PAGES).post(BULK, ADA).is(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Installation.PAGES);
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
    Answer other = key.with("Origin", "https://other.example").post(BULK, ADA).is(200);
    assertThat(other.header("Access-Control-Allow-Origin")).isNull();
    assertThat(other.header("Vary")).contains("Origin");
    for (String path : List.of("/api/projects", "/api/flags")) {
      assertThat(preflight(path, Installation.PAGES).headers().map())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  private static HttpResponse<Void> preflight(String path, String origin) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tenant.api().url() + path))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void aSplitIsStickyAndMeetsBothSides() {
    List<String> first = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        values.add(client.getStringValue("colour", "?", user("user-" + i, null)));
      }
      assertThat(values).contains("#f00", "#00f").doesNotContain("?");
      assertThat(round == 0 || values.equals(first)).isTrue();
      first = values;
    }
  }

  @Test
  void aClientThatHasTheFlagsIsToldSo() {
    TestTenant another = Fixtures.tenant();
    FlagBodies.made(another.api(), "one");
    Api asking = another.withKey("flags:read");
    Answer first = asking.post(BULK, ADA).is(200);
    String tag = first.etag();
    assertThat(flags(first)).containsExactly("one");
    Answer same = asking.with("If-None-Match", "W/\"x\", " + tag).post(BULK, reordered()).is(304);
    assertThat(same.text()).isEmpty();
    assertThat(same.etag()).isEqualTo(tag);
    assertThat(asking.with("If-None-Match", tag).post(BULK, ADA.replace("ada", "bob")).status())
        .isEqualTo(200);
    assertThat(
            asking
                .with("Freehold-Environment", "staging")
                .with("If-None-Match", tag)
                .post(BULK, ADA)
                .status())
        .isEqualTo(200);
    FlagBodies.made(another.api(), "two");
    Answer changed = asking.with("If-None-Match", tag).post(BULK, ADA).is(200);
    assertThat(flags(changed)).containsExactly("one", "two");
  }

  /** The same context, its members in another order. */
  private static String reordered() {
    return "{\"context\":{\"seats\":12,\"targetingKey\":\"ada\"},\"more\":1}";
  }

  private static List<String> flags(Answer answer) {
    return answer.json().getJsonArray("flags").getValuesAs(JsonObject.class).stream()
        .map(flag -> flag.getString("key"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"context\":{}} | TARGETING_KEY_MISSING",
        "{\"context\":{\"targetingKey\":\"\"}} | TARGETING_KEY_MISSING",
        "{\"context\":\"ada\"} | INVALID_CONTEXT",
        "{} | INVALID_CONTEXT",
        "{\"context\" | PARSE_ERROR",
        "[] | PARSE_ERROR"
      })
  void whatIsWrongIsToldInTheWordsOfTheProtocol(String body, String code) {
    JsonObject one = key.post(BULK + "/checkout", body).is(400).json();
    assertThat(one.getString("key")).isEqualTo("checkout");
    assertThat(one.getString("errorCode")).isEqualTo(code);
    assertThat(one.getString("errorDetails")).isNotBlank();
    JsonObject all = key.post(BULK, body).is(400).json();
    assertThat(all.getString("errorCode")).isEqualTo(code);
    assertThat(all).doesNotContainKey("key");
  }

  @Test
  void otherFailuresHaveDetailsOnly() {
    Api nobody = Fixtures.nobody();
    Answer anonymous = nobody.post(BULK, ADA).is(401);
    assertThat(anonymous.header("Content-Type")).startsWith("application/json");
    assertThat(anonymous.json().keySet()).containsExactly("errorDetails");
    nobody.with("X-API-Key", "sk_live_nobody").post(BULK, ADA).is(401);
    assertThat(tenant.withKey("projects:read").post(BULK, ADA).is(403).json().keySet())
        .containsExactly("errorDetails");
    assertThat(key.get(BULK).is(405).json().keySet()).containsExactly("errorDetails");
    assertThat(key.post("/ofrep/v1/evaluate", ADA).is(404).json().keySet())
        .containsExactly("errorDetails");
    JsonObject unknown = key.post(BULK + "/nothing", ADA).is(404).json();
    assertThat(unknown.getString("errorCode")).isEqualTo("FLAG_NOT_FOUND");
    assertThat(unknown.getString("key")).isEqualTo("nothing");
    Fixtures.tenant().withKey("flags:read").post(BULK + "/checkout", ADA).is(404);
  }

  @Test
  void aWarmEvaluationAsksTheDatabaseNothing() {
    assertThat(StatementsIT.cost(() -> key.post(BULK, ADA).is(200))).isZero();
    assertThat(StatementsIT.cost(() -> key.post(BULK + "/checkout", ADA).is(200))).isZero();
  }

  @Test
  void aStreamTellsThatFlagsHaveChanged() throws Exception {
    TestTenant another = Fixtures.tenant();
    FlagBodies.made(another.api(), "one");
    JsonObject stream =
        another
            .withKey("flags:read")
            .post(BULK, ADA)
            .is(200)
            .json()
            .getJsonArray("eventStreams")
            .getJsonObject(0);
    assertThat(stream.getString("type")).isEqualTo("sse");
    String place = stream.getJsonObject("endpoint").getString("requestUri");
    Runnable off = () -> another.api().post("/api/flags/one/toggle", OFF).is(200);
    assertThat(firstEvent(another, place, off)).as("while open").contains("refetchEvaluation");
    assertThat(firstEvent(another, place, () -> {})).as("before").contains("refetchEvaluation");
    Fixtures.nobody().get("/api/flag-events?ticket=forged").isProblem(401, "invalid_ticket");
  }

  @Test
  void aStreamEndsWithTheKeyThatAskedForIt() throws Exception {
    TestTenant another = Fixtures.tenant();
    FlagBodies.made(another.api(), "one");
    Answer made = another.apiKey("permissions", List.of("flags:read"));
    Api asking = Fixtures.nobody().bearing(made.string("key"));
    String place =
        asking
            .post(BULK, ADA)
            .is(200)
            .json()
            .getJsonArray("eventStreams")
            .getJsonObject(0)
            .getJsonObject("endpoint")
            .getString("requestUri");
    HttpResponse<InputStream> response = Fixtures.nobody().stream(place);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      until(lines, ":");
      another.api().delete("/api/admin/api-keys/" + made.id()).is(204);
      CompletableFuture<String> end =
          CompletableFuture.supplyAsync(() -> until(lines, "no line begins like this"));
      assertThat(end.get(10, TimeUnit.SECONDS)).as("the end of the stream").isNull();
    }
    Fixtures.nobody().get(place).isProblem(401, "invalid_ticket");
  }

  private static String firstEvent(TestTenant another, String place, Runnable change)
      throws Exception {
    HttpResponse<InputStream> response = Fixtures.nobody().stream(place);
    assertThat(response.statusCode()).isEqualTo(200);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      until(lines, ":");
      change.run();
      return CompletableFuture.supplyAsync(() -> until(lines, "data:")).get(10, TimeUnit.SECONDS);
    }
  }

  private static String until(BufferedReader lines, String start) {
    try {
      String line = lines.readLine();
      while (line != null && !line.startsWith(start)) {
        line = lines.readLine();
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
