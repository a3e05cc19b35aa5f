package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.freehold.market.TemplateSchema;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.internal.TenantEventType;
import org.junit.jupiter.api.Test;

class TemplateDocumentTest {
  private static final TemplateDocument ENTERPRISE =
      ShippedTemplates.versions("enterprise-stack").get(0);

  /** As the contract has it. */
  private static final String REQUEST =
      """
      {"company_name": "TechCorp", "primary_color": "#0b5cad", "enable_custom_domains": true,
       "plans": [{"id": "basic", "name": "Basic", "price": 29, "features": ["10 projects"]},
                 {"id": "pro", "name": "Pro", "price": 99.50, "features": []}],
       "demo_seed": true, "demo_tenant_slug": "techcorp-demo"}
      """;

  private static Blueprint filled(String given) {
    return ENTERPRISE.filled(ENTERPRISE.answered(JsonText.parseObject(given)));
  }

  private static List<String> faults(JsonObject document) {
    Invalid refused = catchThrowableOfType(Invalid.class, () -> TemplateDocument.of(document));
    return refused.faults().stream().map(f -> f.pointer() + " " + f.code()).toList();
  }

  private static JsonObject patched(String pointer, JsonValue value) {
    return Json.createPatchBuilder()
        .add(pointer, value)
        .build()
        .apply(JsonText.parseObject(ENTERPRISE.text()));
  }

  @Test
  void theFixedRequestFillsTheWholeTemplate() {
    Blueprint what = filled(REQUEST);
    assertThat(what.tenant().name()).isEqualTo("TechCorp");
    assertThat(what.tenant().slug()).isEqualTo("techcorp-demo");
    assertThat(what.tenant().ownerEmail()).isEqualTo("admin@techcorp-demo.example");
    assertThat(what.tenant().ownerPassword()).isNull();
    assertThat(what.tenant().branding()).containsEntry("primary_color", "#0b5cad");
    assertThat(what.tenant().entitlements()).containsEntry("custom_domains", JsonValue.TRUE);
    assertThat(what.plans()).extracting(plan -> plan.id()).containsExactly("basic", "pro");
    assertThat(what.plans().get(1).price()).isEqualByComparingTo("99.5");
    assertThat(what.webhooks()).isEmpty();
    assertThat(what.eventTypes())
        .extracting(type -> type.type())
        .containsExactly("customer.signed_up", "order.placed", "order.paid");
    assertThat(what.eventTypes().get(0).description()).endsWith("a customer of TechCorp.");
    what.eventTypes().forEach(TenantEventType::require);
    assertThat(what.demo()).isEqualTo(new Blueprint.DemoData(3, 8));
    assertThat(what.release().bundle().asJsonObject().getJsonObject("database")).isNotEmpty();
    assertThat(what.pages().get(0).sections().get(0).heading()).isEqualTo("Welcome to TechCorp");
  }

  @Test
  void aNameIsEnough() {
    Blueprint what = filled("{\"company_name\": \"Tech Corp\"}");
    assertThat(what.tenant().slug()).isEqualTo("tech-corp");
    assertThat(what.tenant().entitlements()).isNull();
    assertThat(what.plans())
        .extracting(plan -> plan.id())
        .containsExactly("basic", "pro", "enterprise");
    assertThat(what.demo()).isNull();
  }

  @Test
  void aPasswordGoesIntoTheBlueprintAndIsNotKept() {
    Blueprint what =
        filled("{\"company_name\": \"Tech\", \"admin_password\": \"correct horse battery\"}");
    assertThat(what.tenant().ownerPassword()).isEqualTo("correct horse battery");
    assertThat(JsonText.of(what.withoutSecrets())).doesNotContain("horse");
    assertThat(ENTERPRISE.secrets()).containsExactly("admin_password");
    assertThat(Blueprint.stored(JsonText.of(what.withoutSecrets())))
        .isEqualTo(what.withoutSecrets());
  }

  @Test
  void aDocumentThatIsNoTemplateIsToldWhere() {
    assertThat(faults(patched("/colour", JsonValue.TRUE))).hasSize(1);
    assertThat(faults(patched("/version", Json.createValue("1.0"))))
        .containsExactly("/version pattern");
    assertThat(faults(patched("/content/tenant/name", Json.createValue("{{ nobody_asks }}"))))
        .containsExactly("/content unknown_answer");
    JsonObject elsewhere = Json.createObjectBuilder().add("$ref", "http://127.0.0.1/s").build();
    assertThat(faults(patched("/parameters/0/properties/far", elsewhere))).isNotEmpty();
  }

  @Test
  void whatCouldNotBeReckonedWithLaterIsRefused() {
    String pattern = "/parameters/0/properties/company_name/pattern";
    assertThat(faults(patched(pattern, Json.createValue("(a"))))
        .containsExactly(pattern + " format");
    assertThat(faults(patched("/version", Json.createValue("1.0.0\n"))))
        .containsExactly("/version pattern");
    assertThat(faults(patched("/id", Json.createValue("enterprise\n"))))
        .containsExactly("/id pattern");
    String most = "/parameters/4/then/properties/demo_projects/maximum";
    assertThat(faults(patched(most, JsonText.parseObject("{\"v\": 1e400}").get("v"))))
        .containsExactly(most + " type");
    JsonValue seven = Json.createValue(7);
    assertThat(faults(patched("/content/roles/0/x-when", seven)))
        .contains("/content/roles/0/x-when type");
    assertThat(faults(patched("/content/tenant/branding/x-when", seven)))
        .contains("/content/tenant/branding/x-when type");
    assertThat(faults(patched("/content/release/bundle/x-when", seven)))
        .containsExactly("/content type");
    JsonValue asDefault = JsonText.parseObject("{\"x-when\": 7}");
    assertThat(faults(patched("/parameters/0/properties/company_name/default", asDefault)))
        .containsExactly("/parameters type");
  }

  @Test
  void aSecretHasNoPlaceButThePassword() {
    String password = "/content/tenant/owner_password";
    for (String wrong :
        List.of(
            "all may read it",
            "{{ company_name }}",
            "{{ admin_password }}!",
            "{{ admin_password | slug }}")) {
      assertThat(faults(patched(password, Json.createValue(wrong))))
          .as(wrong)
          .containsExactly(password + " secret_place");
    }
    JsonValue place = Json.createValue("https://h/{{ admin_password }}");
    assertThat(faults(patched("/content/webhooks/0/url", place)))
        .containsExactly("/content secret_place");
    assertThat(faults(patched("/content/demo/x-when", Json.createValue("admin_password"))))
        .containsExactly("/content secret_place");
    assertThat(faults(patched("/parameters/0/properties/company_name/default", place)))
        .containsExactly("/parameters secret_place");
    assertThat(
            faults(
                patched(
                    "/parameters/0/properties/admin_password/default",
                    Json.createValue("correct horse battery"))))
        .containsExactly("/parameters secret_default");
    String nested = "/parameters/2/properties/plans/items/properties/id/writeOnly";
    assertThat(faults(patched(nested, JsonValue.TRUE))).containsExactly(nested + " const");
  }

  @Test
  void questionsAndConditionsAreCounted() {
    JsonObject part =
        JsonText.parseObject("{\"if\": {\"required\": [\"slug\"]}, \"then\": {\"allOf\": []}}");
    JsonArrayBuilder twenty = Json.createArrayBuilder();
    IntStream.range(0, 20).forEach(i -> twenty.add(part));
    JsonObject group = Json.createObjectBuilder().add("allOf", twenty).build();
    JsonArrayBuilder groups = Json.createArrayBuilder();
    IntStream.range(0, 11).forEach(i -> groups.add(group));
    assertThat(faults(patched("/parameters/0/allOf", groups.build())))
        .containsExactly("/parameters size");
  }

  @Test
  void versionsAreComparedAsNumbers() {
    assertThat(TemplateVersion.of("1.10.0")).isGreaterThan(TemplateVersion.of("1.9.9"));
    assertThat(TemplateVersion.of("2.0.0")).hasToString("2.0.0");
  }

  @Test
  void theOtherTemplateThatShipsAsksOneQuestion() {
    TemplateDocument small = ShippedTemplates.versions("small-team").get(0);
    Map<String, JsonValue> answers =
        small.answered(JsonText.parseObject("{\"team_name\": \"The Six\"}"));
    assertThat(small.filled(answers).tenant().slug()).isEqualTo("the-six");
    assertThat(small.digest()).matches("sha256:[0-9a-f]{64}").isNotEqualTo(ENTERPRISE.digest());
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsAsked() throws IOException {
    assertThat(Files.readString(Path.of("../docs/api/template.json")))
        .isEqualTo(TemplateSchema.text());
  }
}
