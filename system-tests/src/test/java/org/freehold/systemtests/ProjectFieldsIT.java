package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFieldsIT {
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void everyFieldComesBackAsItWasSent() {
    JsonObject sent = (JsonObject) Body.json(everything());
    Answer created = api.post("/api/projects", sent.toString()).is(201);
    JsonObject read = api.get(created.place()).is(200).json();
    sent.forEach((name, value) -> assertThat(read.get(name)).as(name).isEqualTo(value));
    assertThat(read.keySet()).containsAll(sent.keySet()).contains("id", "created_at", "updated_at");
    assertThat(created.json()).isEqualTo(read);
    assertThat(api.get("/api/projects?q=customer%20portal").items()).contains(read);
  }

  @Test
  void onlyTheNameIsRequiredAndTheRestHasDefaults() {
    Answer project = api.post("/api/projects", Body.of("name", "Plain")).is(201);
    Map.of(
            "status",
            "active",
            "priority",
            "medium",
            "security_level",
            "internal",
            "visibility",
            "team",
            "data_classification",
            "none")
        .forEach((name, value) -> assertThat(project.string(name)).as(name).isEqualTo(value));
    assertThat(project.number("code_coverage_target")).isEqualByComparingTo("80");
    assertThat(project.json().getBoolean("requires_approval")).isFalse();
    assertThat(project.string("owner_id")).isEqualTo(tenant.owner().id());
    for (String name :
        new String[] {
          "compliance_requirements",
          "allowed_email_domains",
          "allowed_ips",
          "frameworks",
          "stakeholders"
        }) {
      assertThat(project.json().getJsonArray(name)).as(name).isEmpty();
    }
    for (String name :
        new String[] {
          "description",
          "repo_url",
          "team_id",
          "start_date",
          "budget_allocated",
          "test_success_target",
          "mttr_hours",
          "business_value"
        }) {
      assertThat(project.isNull(name)).as(name).isTrue();
    }
    assertThat(api.post("/api/projects", "{}").isProblem(400, "invalid").faults())
        .containsExactly("/name not_blank");
  }

  @ParameterizedTest
  @CsvSource({
    "status, active paused completed archived",
    "priority, low medium high critical",
    "security_level, public internal confidential restricted",
    "visibility, public team private",
    "data_classification, none PII PHI financial",
  })
  void everyValueOfAnEnumerationIsTakenAndNoOther(String field, String values) {
    for (String value : values.split(" ")) {
      Answer project = api.post("/api/projects", Body.of("name", "E", field, value)).is(201);
      assertThat(project.string(field)).isEqualTo(value);
    }
    Answer refused = api.post("/api/projects", Body.of("name", "E", field, "NO_SUCH"));
    assertThat(refused.isProblem(400, "invalid").faults())
        .hasSize(1)
        .allMatch(fault -> fault.startsWith("/" + field + " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/colour | {'colour':'red'}",
        "/name | {'name':7}",
        "/name | {'name':' '}",
        "/name | {'name':'LONG'}",
        "/budget_allocated | {'budget_allocated':-1}",
        "/budget_allocated | {'budget_allocated':1.001}",
        "/code_coverage_target | {'code_coverage_target':100.5}",
        "/start_date | {'start_date':'2026-02-30'}",
        "/end_date | {'start_date':'2026-02-02','end_date':'2026-02-01'}",
        "/owner_id | {'owner_id':'me'}",
        "/owner_id | {'owner_id':'00000000-0000-7000-8000-000000000009'}",
        "/team_id | {'team_id':'00000000-0000-7000-8000-000000000009'}",
        "/requires_approval | {'requires_approval':'yes'}",
        "/frameworks | {'frameworks':'React'}",
        "/allowed_ips/0 | {'allowed_ips':['10.0.0.0/99']}",
        "/allowed_email_domains/0 | {'allowed_email_domains':['not a domain']}",
        "/repo_url | {'repo_url':'javascript:alert(1)'}",
        "/stakeholders/0/role | {'stakeholders':[{'user_id':'00000000-0000-7000-8000-000000000009'}]}",
      })
  void aWrongFieldIsRefusedByItsName(String pointer, String members) {
    String json = members.replace('\'', '"').replace("LONG", "x".repeat(201));
    JsonObject body =
        Json.createObjectBuilder((JsonObject) Body.json(Body.of("name", "Wrong")))
            .addAll(Json.createObjectBuilder((JsonObject) Body.json(json)))
            .build();
    Answer answer = api.post("/api/projects", body.toString()).isProblem(400, "invalid");
    assertThat(answer.faults())
        .as(answer.text())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith(pointer));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Answer answer =
        api.post(
            "/api/projects",
            Body.of("name", "F", "priority", "urgent", "colour", "red", "budget_allocated", "x"));
    assertThat(answer.isProblem(400, "invalid").faults()).hasSize(3);
  }

  @Test
  void onPatchAbsentLeavesAndNullTakesAway() {
    String id =
        tenant.project(
            "description",
            "Long",
            "department",
            "Sales",
            "priority",
            "high",
            "kpis",
            Body.json("{\"a\":1,\"b\":2}"));
    Answer patched =
        api.patch(
                "/api/projects/" + id,
                "{\"description\":null,\"priority\":null,\"kpis\":{\"a\":null}}")
            .is(200);
    assertThat(patched.isNull("description")).isTrue();
    assertThat(patched.string("department")).isEqualTo("Sales");
    assertThat(patched.string("priority")).as("its default").isEqualTo("medium");
    assertThat(patched.json().getJsonObject("kpis")).containsOnlyKeys("b");
    assertThat(
            api.patch("/api/projects/" + id, "{\"name\":null}").isProblem(400, "invalid").faults())
        .containsExactly("/name not_blank");
    api.with("Content-Type", "application/merge-patch+json")
        .patch("/api/projects/" + id, "{}")
        .is(200);
  }

  @Test
  void onPutAbsentTakesTheDefault() {
    String id = tenant.project("description", "Long", "priority", "high", "status", "paused");
    Answer replaced = api.put("/api/projects/" + id, Body.of("name", "Replaced")).is(200);
    assertThat(replaced.isNull("description")).isTrue();
    assertThat(replaced.string("priority")).isEqualTo("medium");
    assertThat(replaced.string("status")).isEqualTo("active");
    assertThat(replaced.string("owner_id"))
        .as("once owned, always owned")
        .isEqualTo(tenant.owner().id());
    api.put("/api/projects/" + id, Body.of("description", "No name")).isProblem(400, "invalid");
  }

  @Test
  void theIdAndTheTimesAreNotTheClients() {
    String id = tenant.project();
    Answer answer =
        api.patch("/api/projects/" + id, Body.of("id", id, "created_at", "2020-01-01T00:00:00Z"));
    assertThat(answer.isProblem(400, "invalid").faults())
        .containsExactlyInAnyOrder("/id unknown_field", "/created_at unknown_field");
  }

  private static String everything() {
    return Body.of(
        "name",
        "Customer Portal",
        "description",
        "For customers — 日本語",
        "repo_url",
        "https://github.com/company/customer-portal",
        "workspace_id",
        tenant.workspace(),
        "owner_id",
        tenant.user("manager").id(),
        "team_id",
        tenant.team(),
        "department",
        "Engineering",
        "business_unit",
        "Digital Products",
        "cost_center",
        "ENG-001",
        "status",
        "paused",
        "priority",
        "high",
        "start_date",
        "2026-01-05",
        "end_date",
        "2026-12-31",
        "budget_allocated",
        Body.json("500000.00"),
        "requires_approval",
        true,
        "review_due_date",
        "2026-06-30",
        "security_level",
        "confidential",
        "data_classification",
        "PII",
        "compliance_requirements",
        java.util.List.of("GDPR", "SOX", "HIPAA"),
        "visibility",
        "private",
        "allowed_email_domains",
        java.util.List.of("company.com"),
        "allowed_ips",
        java.util.List.of("10.0.0.0/8"),
        "primary_language",
        "TypeScript",
        "frameworks",
        java.util.List.of("React", "Node.js", "PostgreSQL"),
        "code_coverage_target",
        Body.json("85.00"),
        "test_success_target",
        Body.json("99.00"),
        "deployment_frequency",
        "weekly",
        "lead_time_hours",
        Body.json("12.50"),
        "mttr_hours",
        Body.json("1.25"),
        "estimated_cost",
        Body.json("450000.00"),
        "actual_cost",
        JsonValue.NULL,
        "business_value",
        "Increase customer satisfaction by 30%",
        "kpis",
        Body.json("{\"customer_satisfaction\":85,\"response_time\":\"< 2 seconds\"}"),
        "stakeholders",
        Body.json("[{\"user_id\":\"" + tenant.owner().id() + "\",\"role\":\"sponsor\"}]"));
  }
}
