package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be heard of: the product's own events, and those of the tenant's product. */
class EventTypesIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String TYPES = "/api/webhooks/event-types";
  private static final String MESSAGES = "/api/webhooks/messages";
  private static final String SCHEMA =
      """
      {"properties":{"data":{"required":["order"],"properties":{"order":{"type":"string"}}}}}""";

  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aTypeOfTheTenantsOwnIsInTheCatalogueUntilItIsDeleted() {
    Answer made = create("order.paid", "schema", Body.json(SCHEMA));
    assertThat(made.place()).isEqualTo(TYPES + "/order.paid");
    assertThat(made.string("origin")).isEqualTo("tenant");
    assertThat(tenant.api().get(TYPES).is(200).each("type"))
        .contains("order.paid", "project.created");
    assertThat(Fixtures.tenant().api().get(TYPES).is(200).each("type"))
        .doesNotContain("order.paid");
    tenant
        .api()
        .post(TYPES, Body.of("type", "order.paid", "description", "Again"))
        .isProblem(409, "event_type_taken");
    Answer patched =
        tenant.api().patch(made.place(), Body.of("schema", null, "description", "Anew")).is(200);
    assertThat(patched.json().getInt("version")).isEqualTo(2);
    assertThat(patched.string("description")).isEqualTo("Anew");
    assertThat(tenant.api().get(TYPES + "/project.created").is(200).string("origin"))
        .isEqualTo("freehold");
    tenant.api().patch(TYPES + "/project.created", "{}").isProblem(404, "not_found");
    tenant.as("viewer").delete(made.place()).isProblem(403, "permission_required");
    tenant.api().delete(made.place()).is(204);
    tenant.api().get(made.place()).isProblem(404, "not_found");
  }

  @Test
  void namesOfTheProductsOwnKindsAreRefused() {
    // Messages about quotas are sent for nothing, whoever they are from.
    for (String reserved :
        List.of("project.exploded", "backup.done", "freehold.a", "quota.of_mine")) {
      assertThat(faults(reserved)).containsExactly("/type reserved");
    }
    assertThat(faults("Order.Paid")).containsExactly("/type pattern");
    assertThat(faults("order")).containsExactly("/type pattern");
    assertThat(faults("order.paid", "schema", Body.json("{\"type\":\"strin\"}")))
        .contains("/schema/type enum");
    assertThat(
            faults(
                "order.paid",
                "schema",
                Body.json(SCHEMA),
                "example",
                Body.json("{\"data\":{\"order\":1}}")))
        .containsExactly("/example/data/order type");
  }

  @Test
  void aMessageOfTheTenantsOwnArrivesLikeAnyOther() throws Exception {
    create("order.paid", "schema", Body.json(SCHEMA));
    Answer endpoint =
        tenant
            .api()
            .post(
                "/api/webhooks/endpoints",
                Body.of("url", receiver.url(), "events", List.of("order.*")))
            .is(201);
    Api program = tenant.withKey("webhooks:write");
    Answer sent = program.post(MESSAGES, message("order.paid", "{\"order\":\"2026-1\"}")).is(202);
    assertThat(sent.place()).isEqualTo(MESSAGES + "/" + sent.id());
    Receiver.Received received =
        Await.until(SOON, () -> receiver.of("order.paid"), all -> !all.isEmpty()).get(0);
    received.verify(endpoint.string("secret"));
    assertThat(received.id()).isEqualTo(sent.id());
    assertThat(received.body()).contains("\"data\":{\"order\":\"2026-1\"}");
    assertThat(
            program
                .post(MESSAGES, message("order.paid", "{\"order\":1}"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/payload/order type");
    assertThat(
            program.post(MESSAGES, message("order.sent", "{}")).isProblem(400, "invalid").faults())
        .containsExactly("/event_type unknown");
    assertThat(
            program
                .post(MESSAGES, message("project.created", "{}"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/event_type unknown");
    tenant
        .withKey("webhooks:read")
        .post(MESSAGES, message("order.paid", "{\"order\":\"2026-1\"}"))
        .isProblem(403, "permission_required");
  }

  @Test
  void theSameKeyIsTheSameMessage() {
    create("order.paid");
    String first = keyed("k-1", "{\"order\":1}");
    Answer sent = tenant.api().post(MESSAGES, first).is(202);
    assertThat(tenant.api().post(MESSAGES, first).is(202).id()).isEqualTo(sent.id());
    tenant
        .api()
        .post(MESSAGES, keyed("k-1", "{\"order\":2}"))
        .isProblem(409, "idempotency_key_reused");
    assertThat(tenant.api().post(MESSAGES, keyed("k-2", "{\"order\":1}")).is(202).id())
        .isNotEqualTo(sent.id());
    assertThat(tenant.api().get(MESSAGES + "?type=order.paid").is(200).items()).hasSize(2);
    assertThat(
            tenant
                .api()
                .with("Idempotency-Key", "k-3")
                .post(MESSAGES, first)
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/idempotency_key conflict");
  }

  @Test
  void aPayloadMayHaveAQuarterOfAMebibyte() {
    create("order.paid");
    String most = "x".repeat(262_144 - "{\"a\":\"\"}".length());
    Answer sent = tenant.api().post(MESSAGES, message("order.paid", "{\"a\":\"" + most + "\"}"));
    assertThat(tenant.api().get(sent.is(202).place()).is(200).text()).contains(most);
    assertThat(
            tenant
                .api()
                .post(MESSAGES, message("order.paid", "{\"a\":\"x" + most + "\"}"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/payload size");
  }

  /** Whatever the tests before this one made happen. */
  @Test
  void everyMessageOfTheProductHoldsToTheSchemaOfItsType() throws SQLException {
    tenant.task(tenant.project());
    tenant.apiKey("role", "viewer");
    tenant.newUser("viewer");
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    Map<String, JsonSchema> schemas =
        tenant.api().get(TYPES).is(200).items().stream()
            .collect(
                Collectors.toMap(
                    type -> type.getString("type"),
                    type -> factory.getSchema(type.getJsonObject("schema").toString(), config)));
    List<String> bodies;
    try (Connection connection = Database.asAdministrator()) {
      bodies =
          Database.texts(
              connection,
              "select body from (select body, row_number() over (partition by type order by id desc) n"
                  + " from tenant.message) m where n <= 50");
    }
    assertThat(bodies).hasSizeGreaterThanOrEqualTo(5);
    for (String body : bodies) {
      String type = ((JsonObject) Body.json(body)).getString("type");
      if (schemas.containsKey(type)) {
        assertThat(schemas.get(type).validate(body, InputFormat.JSON)).as(body).isEmpty();
      }
    }
  }

  private Answer create(String type, Object... members) {
    return tenant.api().post(TYPES, body(type, members)).is(201);
  }

  private List<String> faults(String type, Object... members) {
    return tenant.api().post(TYPES, body(type, members)).isProblem(400, "invalid").faults();
  }

  private static String body(String type, Object... members) {
    List<Object> all = new ArrayList<>(List.of("type", type, "description", "What happened."));
    all.addAll(List.of(members));
    return Body.of(all.toArray());
  }

  private static String message(String type, String payload) {
    return Body.of("event_type", type, "payload", Body.json(payload));
  }

  private static String keyed(String key, String payload) {
    return Body.of(
        "event_type", "order.paid", "payload", Body.json(payload), "idempotency_key", key);
  }
}
