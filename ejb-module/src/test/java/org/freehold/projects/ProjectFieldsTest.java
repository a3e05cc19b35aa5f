package org.freehold.projects;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFieldsTest {
  private static final String USER = "01980000-0000-7000-8000-000000000001";
  private static final String WHOLE =
      """
      {"name":"Customer Portal","description":"All of it","workspace_id":null,
       "repo_url":"https://github.com/company/customer-portal",
       "owner_id":"%1$s","team_id":"%1$s","department":"Engineering","business_unit":"Digital Products",
       "cost_center":"ENG-001","status":"active","priority":"high","start_date":"2026-01-05",
       "end_date":null,"budget_allocated":500000.00,"requires_approval":true,"review_due_date":null,
       "security_level":"confidential","data_classification":"PII",
       "compliance_requirements":["GDPR","SOX","HIPAA"],"visibility":"team",
       "allowed_email_domains":["company.com"],"allowed_ips":["10.0.0.0/8"],
       "primary_language":"TypeScript","frameworks":["React","Node.js","PostgreSQL"],
       "code_coverage_target":85.0,"test_success_target":99.0,"deployment_frequency":"weekly",
       "lead_time_hours":null,"mttr_hours":null,"estimated_cost":450000.00,"actual_cost":null,
       "business_value":"Increase customer satisfaction by 30%%",
       "kpis":{"customer_satisfaction":85,"response_time":"< 2 seconds"},
       "stakeholders":[{"user_id":"%1$s","role":"sponsor"}]}
      """
          .formatted(USER);

  @Test
  void needsOnlyANameAndFillsInTheDefaults() {
    ProjectFields fields = Reading.of(ProjectFields.class, "{\"name\":\"Portal\"}");

    assertThat(fields.status()).isEqualTo(ProjectStatus.ACTIVE);
    assertThat(fields.priority()).isEqualTo(Priority.MEDIUM);
    assertThat(fields.securityLevel()).isEqualTo(SecurityLevel.INTERNAL);
    assertThat(fields.visibility()).isEqualTo(Visibility.TEAM);
    assertThat(fields.dataClassification()).isEqualTo(DataClassification.NONE);
    assertThat(fields.codeCoverageTarget()).isEqualByComparingTo("80.0");
    assertThat(fields.requiresApproval()).isFalse();
    assertThat(fields.stakeholders()).isEmpty();
    assertThat(fields.kpis()).isEmpty();
  }

  @Test
  void takesEveryFieldOfTheContract() {
    ProjectFields fields = Reading.of(ProjectFields.class, WHOLE);

    JsonObject written = JsonText.toObject(fields);
    JsonObject sent = JsonText.parseObject(WHOLE);
    assertThat(written.keySet()).isEqualTo(sent.keySet());
    assertThat(written.getString("data_classification")).isEqualTo("PII");
    assertThat(written.getJsonObject("kpis")).isEqualTo(sent.getJsonObject("kpis"));
    assertThat(written.getJsonArray("stakeholders")).isEqualTo(sent.getJsonArray("stakeholders"));
  }

  @Test
  void takesNumbersAndTextsAsKeyFigures() {
    String kpis = "{\"a\":1e19,\"b\":-0.00000000000000000001,\"c\":0,\"d\":\"\",\"e\":\"😀\"}";

    assertThat(Reading.faults(ProjectFields.class, "{\"name\":\"x\",\"kpis\":" + kpis + "}"))
        .isEmpty();
  }

  @Test
  void writesMoneyWithTwoDigits() {
    ProjectFields fields =
        Reading.of(ProjectFields.class, "{\"name\":\"x\",\"budget_allocated\":\"12.5\"}");

    assertThat(fields.budgetAllocated()).isEqualTo(new BigDecimal("12.50"));
    assertThat(JsonText.of(fields)).contains("\"budget_allocated\":12.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"repo_url\":\"ftp://example.com/x\"|/repo_url",
        "\"status\":\"ACTIVE\"|/status",
        "\"priority\":\"urgent\"|/priority",
        "\"security_level\":\"secret\"|/security_level",
        "\"data_classification\":\"pii\"|/data_classification",
        "\"visibility\":\"hidden\"|/visibility",
        "\"owner_id\":\"7\"|/owner_id",
        "\"start_date\":\"05.01.2026\"|/start_date",
        "\"end_date\":\"+12026-01-01\"|/end_date",
        "\"budget_allocated\":1.001|/budget_allocated",
        "\"budget_allocated\":-1|/budget_allocated",
        "\"actual_cost\":10000000000000|/actual_cost",
        "\"estimated_cost\":\"a lot\"|/estimated_cost",
        "\"code_coverage_target\":100.01|/code_coverage_target",
        "\"test_success_target\":-0.01|/test_success_target",
        "\"lead_time_hours\":123456789|/lead_time_hours",
        "\"mttr_hours\":0.125|/mttr_hours",
        "\"requires_approval\":\"yes\"|/requires_approval",
        "\"compliance_requirements\":[\"GDPR\",\" \"]|/compliance_requirements/1",
        "\"compliance_requirements\":[null]|/compliance_requirements/0",
        "\"allowed_email_domains\":[\"company\"]|/allowed_email_domains/0",
        "\"allowed_ips\":[\"10.0.0.0/33\"]|/allowed_ips/0",
        "\"frameworks\":\"React\"|/frameworks",
        "\"kpis\":{\"a\":true}|/kpis/a",
        "\"kpis\":{\"a\":null}|/kpis/a",
        "\"kpis\":{\"a\":1e999999999}|/kpis/a",
        "\"kpis\":{\"a\":1e2147483647}|/kpis/a",
        "\"kpis\":{\"a\":1e20}|/kpis/a",
        "\"kpis\":{\"a\":1e-21}|/kpis/a",
        "\"kpis\":{\"a\":\"\\ud800\"}|/kpis/a",
        "\"kpis\":{\"a\\u0000b\":1}|/kpis",
        "\"kpis\":{\"a\":\"\\u0000\"}|/kpis/a",
        "\"stakeholders\":[{\"role\":\"sponsor\"}]|/stakeholders/0/user_id",
        "\"stakeholders\":[{\"user_id\":\"01980000-0000-7000-8000-000000000001\"}]|/stakeholders/0/role",
        "\"colour\":\"red\"|/colour"
      })
  void refusesTheValueAtItsPlace(String member, String pointer) {
    assertThat(Reading.faults(ProjectFields.class, "{\"name\":\"x\"," + member + "}"))
        .containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "name,200",
    "description,10000",
    "department,100",
    "business_unit,100",
    "cost_center,100",
    "primary_language,100",
    "deployment_frequency,100",
    "business_value,2000"
  })
  void limitsTexts(String field, int most) {
    assertThat(Reading.faults(ProjectFields.class, texts(field, most))).isEmpty();
    assertThat(Reading.faults(ProjectFields.class, texts(field, most + 1)))
        .containsExactly("/" + field);
  }

  private static String texts(String field, int length) {
    String text = "\"" + field + "\":\"" + "x".repeat(length) + "\"";
    return field.equals("name") ? "{" + text + "}" : "{\"name\":\"x\"," + text + "}";
  }

  @ParameterizedTest
  @CsvSource({
    "compliance_requirements,50,GDPR",
    "allowed_email_domains,50,example.com",
    "allowed_ips,50,::1",
    "frameworks,50,React"
  })
  void limitsLists(String field, int most, String value) {
    assertThat(Reading.faults(ProjectFields.class, list(field, most, "\"" + value + "\"")))
        .isEmpty();
    assertThat(Reading.faults(ProjectFields.class, list(field, most + 1, "\"" + value + "\"")))
        .containsExactly("/" + field);
  }

  @Test
  void limitsStakeholdersAndKpis() {
    String stakeholder = "{\"user_id\":\"" + USER + "\",\"role\":\"sponsor\"}";
    String kpis =
        IntStream.rangeClosed(1, 51)
            .mapToObj(n -> "\"k" + n + "\":" + n)
            .collect(Collectors.joining(",", "{\"name\":\"x\",\"kpis\":{", "}}"));

    assertThat(Reading.faults(ProjectFields.class, list("stakeholders", 100, stakeholder)))
        .isEmpty();
    assertThat(Reading.faults(ProjectFields.class, list("stakeholders", 101, stakeholder)))
        .containsExactly("/stakeholders");
    assertThat(Reading.faults(ProjectFields.class, kpis)).containsExactly("/kpis");
  }

  private static String list(String field, int size, String item) {
    return IntStream.range(0, size)
        .mapToObj(n -> item)
        .collect(Collectors.joining(",", "{\"name\":\"x\",\"" + field + "\":[", "]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"  \"}"})
  void refusesAProjectWithoutAName(String json) {
    assertThat(Reading.faults(ProjectFields.class, json)).containsExactly("/name");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThat(
            Reading.faults(
                ProjectFields.class, "{\"name\":\"x\",\"status\":\"a\",\"priority\":\"b\"}"))
        .containsExactlyInAnyOrder("/status", "/priority");
  }
}
