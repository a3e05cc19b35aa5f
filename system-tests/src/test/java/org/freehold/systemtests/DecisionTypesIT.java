package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.AuthZen.READ;
import static org.freehold.systemtests.AuthZen.json;
import static org.freehold.systemtests.AuthZen.question;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and things of other systems as a tenant describes them. */
class DecisionTypesIT {
  private static final String TYPES = "/api/access/types";
  private static final String THINGS = "/api/access/things";

  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void aTypeIsMadeToldChangedListedAndDeleted() {
    String body = Body.of("description", "Records", "actions", List.of("read", "write", "read"));
    Answer made = api.put(TYPES + "/medical_record", body).is(200);
    assertThat(made.string("name")).isEqualTo("medical_record");
    assertThat(made.json().getJsonArray("actions")).hasToString("[\"read\",\"write\"]");
    Answer told = api.get(TYPES + "/medical_record").is(200);
    assertThat(told.text()).isEqualTo(made.text());
    assertThat(api.get(TYPES).is(200).each("name")).contains("medical_record");
    Api fresh = api.with("If-Match", told.etag());
    fresh.put(TYPES + "/medical_record", Body.of("actions", List.of("read"))).is(200);
    fresh
        .put(TYPES + "/medical_record", Body.of("actions", List.of("read")))
        .isProblem(412, "stale");
    api.delete(TYPES + "/medical_record").is(204);
    api.get(TYPES + "/medical_record").isProblem(404, "not_found");
    api.delete(TYPES + "/medical_record").isProblem(404, "not_found");
    assertThat(api.get("/api/audit-logs").is(200).each("action"))
        .contains("decision_type.saved", "decision_type.deleted");
  }

  @Test
  void whatCanBeDoneToATypeIsAPermissionAtOnceAndNoLonger() {
    AuthZen point = new AuthZen(api);
    String owner = "{'type':'user','id':'" + tenant.owner().id() + "'}";
    String asked = question(owner, READ, "{'type':'invoice','id':'1'}");
    assertThat(point.decision(asked)).isFalse();
    String policy = Policies.made(api);
    String denial = "{'name':'No','effect':'deny','target':{'permissions':['invoice:read']}}";
    api.post("/api/policies", json(denial)).isProblem(400, "invalid");
    point.type("invoice", "read");
    assertThat(point.decision(asked)).as("whoever may do everything").isTrue();
    assertThat(api.get("/api/permissions").is(200).each("name")).contains("invoice:read");
    String denied = api.post("/api/policies", json(denial)).is(201).id();
    assertThat(point.decision(asked)).isFalse();
    api.delete("/api/policies/" + denied).is(204);
    api.post("/api/roles", Body.of("name", "payer", "grants", List.of("invoice:read"))).is(201);
    tenant.apiKey("permissions", List.of("invoice:read"));
    point.type("invoice", "pay");
    assertThat(point.decision(asked)).as("an action that is gone").isFalse();
    assertThat(point.decision(asked.replace("'read'", "'pay'"))).isTrue();
    api.delete(TYPES + "/invoice").is(204);
    assertThat(point.decision(asked.replace("'read'", "'pay'"))).isFalse();
    api.get("/api/roles/payer").is(200);
    api.get("/api/policies/" + policy).is(200);
    api.get("/api/roles/matrix").is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "projects, 409, type_built_in",
    "project, 409, type_built_in",
    "Records, 400, invalid",
    "1st, 400, invalid",
    "a-b, 400, invalid"
  })
  void aTypeHasANameOfItsOwn(String name, int status, String code) {
    api.put(TYPES + "/" + name, Body.of("actions", List.of("read"))).isProblem(status, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'actions':[]}",
        "{'actions':['Read']}",
        "{'actions':['*']}",
        "{'actions':[null]}",
        "{'actions':['read'],'unknown':1}"
      })
  void whatIsNoTypeIsRefused(String body) {
    api.put(TYPES + "/thing", json(body)).isProblem(400, "invalid");
  }

  @Test
  void thereIsRoomForAHundredActions() {
    AuthZen own = new AuthZen(Fixtures.tenant().api());
    String[] twenty = new String[20];
    for (int i = 0; i < 20; i++) {
      twenty[i] = "act_" + i;
    }
    for (int i = 0; i < 5; i++) {
      own.type("type_" + i, twenty);
    }
    String one = Body.of("actions", List.of("read"));
    own.api().put(TYPES + "/type_5", one).isProblem(409, "too_many_actions");
    own.api().get(TYPES + "/type_5").isProblem(404, "not_found");
    own.api().put(TYPES + "/type_4", one).is(200);
    own.api().put(TYPES + "/type_5", one).is(200);
    assertThat(own.api().get("/api/permissions").is(200).items()).hasSizeGreaterThan(180);
  }

  @Test
  void aThingIsMadeToldChangedListedAndDeleted() {
    String place = THINGS + "/drawing/a%20b";
    String body = json("{'properties':{'status':'open','n':1.5,'flag':true,'tags':['a','b']}}");
    Answer made = api.put(place, body).is(200);
    assertThat(made.string("type")).isEqualTo("drawing");
    assertThat(made.id()).isEqualTo("a b");
    assertThat(made.json().getJsonObject("properties").getString("status")).isEqualTo("open");
    assertThat(api.get(place).is(200).text()).isEqualTo(made.text());
    api.put(THINGS + "/memo/7", "{}").is(200);
    assertThat(api.get(THINGS + "?type=drawing").is(200).each("id")).containsExactly("a b");
    assertThat(api.get(THINGS + "?sort=-created_at&limit=1").is(200).each("id"))
        .containsExactly("7");
    api.with("If-Match", made.etag()).put(place, "{}").is(200);
    api.with("If-Match", made.etag()).put(place, "{}").isProblem(412, "stale");
    api.with("If-Match", "\"0\"").put(THINGS + "/memo/8", "{}").isProblem(412, "stale");
    api.delete(place).is(204);
    api.get(place).isProblem(404, "not_found");
    api.delete(place).isProblem(404, "not_found");
    assertThat(api.get("/api/audit-logs").is(200).each("action"))
        .contains("decision_thing.saved", "decision_thing.deleted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'properties':{'deep':{'x':1}}}",
        "{'properties':{'none':null}}",
        "{'properties':{'mixed':['a',1]}}",
        "{'properties':{'nul':'\\u0000'}}",
        "{'properties':[]}",
        "{'other':1}"
      })
  void whatNoConditionCanTestIsRefused(String body) {
    api.put(THINGS + "/record/1", json(body)).isProblem(400, "invalid");
    api.get(THINGS + "/record/1").isProblem(404, "not_found");
  }

  @Test
  void namesAndPropertiesHaveAnEnd() {
    api.put(THINGS + "/record/" + "x".repeat(1_000), "{}").is(200);
    api.put(THINGS + "/record/" + "x".repeat(1_001), "{}").isProblem(400, "invalid");
    api.put(THINGS + "/" + "x".repeat(201) + "/1", "{}").isProblem(400, "invalid");
    String text = "{'properties':{'a':'" + "x".repeat(1_001) + "'}}";
    api.put(THINGS + "/record/1", json(text)).isProblem(400, "invalid");
    StringBuilder many = new StringBuilder("{'properties':{'p':1");
    for (int i = 0; i < 50; i++) {
      many.append(",'p").append(i).append("':1");
    }
    api.put(THINGS + "/record/1", json(many + "}}")).isProblem(400, "invalid");
  }

  @Test
  void whoMayNotIsToldSo() {
    Api reader = tenant.withKey("policies:read");
    reader.get(TYPES).is(200);
    reader.get(THINGS).is(200);
    String type = Body.of("actions", List.of("read"));
    reader.put(TYPES + "/other", type).isProblem(403, "permission_required");
    reader.put(THINGS + "/other/1", "{}").isProblem(403, "permission_required");
    reader.delete(TYPES + "/other").isProblem(403, "permission_required");
    reader.delete(THINGS + "/other/1").isProblem(403, "permission_required");
    tenant.as("viewer").get(TYPES).isProblem(403, "permission_required");
    tenant.as("viewer").get(THINGS).isProblem(403, "permission_required");
  }

  @Test
  void aNameIsEachTenantsOwn() {
    TestTenant other = Fixtures.tenant();
    AuthZen here = new AuthZen(api);
    AuthZen there = new AuthZen(other.api());
    here.type("parcel", "read");
    here.thing("parcel", "1", "{'open':true}");
    other.api().get(TYPES + "/parcel").isProblem(404, "not_found");
    other.api().get(THINGS + "/parcel/1").isProblem(404, "not_found");
    other.api().delete(THINGS + "/parcel/1").isProblem(404, "not_found");
    there.type("parcel", "send");
    there.thing("parcel", "1", "{}");
    assertThat(api.get(TYPES + "/parcel").is(200).json().getJsonArray("actions"))
        .hasToString("[\"read\"]");
    assertThat(api.get(THINGS + "/parcel/1").is(200).json().getJsonObject("properties"))
        .hasToString("{\"open\":true}");
    String owner = "{'type':'user','id':'" + tenant.owner().id() + "'}";
    String parcels = question(owner, READ, "{'type':'parcel'}");
    assertThat(here.found("resource", parcels)).containsExactly("1");
    assertThat(there.found("resource", parcels)).isEmpty();
  }
}
