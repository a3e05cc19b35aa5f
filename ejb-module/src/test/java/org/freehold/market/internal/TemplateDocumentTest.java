package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.freehold.market.TemplateSchema;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
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
