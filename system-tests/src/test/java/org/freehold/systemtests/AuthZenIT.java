package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The AuthZEN Authorization API 1.0, with the fixture and the requests of the working group's
 * certification scenario of 25 June 2026.
 */
class AuthZenIT {
  private static final String RECORD_1 = "{'type':'record','id':'record-1'}";
  private static final String ARCHIVED =
      "{'type':'record','id':'record-2','properties':{'status':'archived'}}";
  private static final String ALICE = "{'type':'user','id':'alice'}";
  private static final String ADMIN = "{'type':'user','id':'bob','properties':{'role':'admin'}}";

  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void loadTheFixture() {
    tenant = Fixtures.tenant();
    api = tenant.api();
    api.put("/api/access/types/record", json("{'actions':['read','write','delete']}")).is(200);
    thing("user/alice", "{}");
    thing("user/bob", "{'role':'admin'}");
    thing("record/record-1", "{'status':'active'}");
    thing("record/record-2", "{'status':'archived'}");
    String archived = test("resource.properties.status", "eq", "'archived'");
    String admin = test("subject.properties.role", "eq", "'admin'");
    policy("all-read", "allow", "read", test("subject.id", "in", "['alice','bob']"));
    policy("alice-writes", "allow", "write", test("subject.id", "eq", "'alice'"));
    policy("archive", "allow", "write", "{'all':[" + archived + "," + admin + "]}");
    policy("sealed", "deny", "write", "{'all':[" + archived + ",{'not':" + admin + "}]}");
    policy(
        "soft-delete",
        "allow",
        "delete",
        "{'all':["
            + test("subject.id", "eq", "'alice'")
            + ","
            + test("action.properties.soft", "eq", "true")
            + "]}");
  }

  private static void thing(String place, String properties) {
    api.put("/api/access/things/" + place, json("{'properties':" + properties + "}")).is(200);
  }

  private static String test(String attribute, String operator, String value) {
    return "{'attribute':'%s','operator':'%s','value':%s}".formatted(attribute, operator, value);
  }

  private static void policy(String name, String effect, String action, String condition) {
    api.post(
            "/api/policies",
            json(
                "{'name':'%s','effect':'%s','target':{'permissions':['record:%s']},'condition':%s}"
                    .formatted(name, effect, action, condition)))
        .is(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'type':'user','id':'alice'} | {'name':'read'} | {'type':'record','id':'record-1'} | true",
        "{'type':'user','id':'alice'} | {'name':'write'} | {'type':'record','id':'record-1'} | true",
        "{'type':'user','id':'bob'} | {'name':'read'} | {'type':'record','id':'record-1'} | true",
        "{'type':'user','id':'bob'} | {'name':'write'} | {'type':'record','id':'record-1'} | false",
        "{'type':'user','id':'alice'} | {'name':'write'} |"
            + " {'type':'record','id':'record-2','properties':{'status':'archived'}} | false",
        "{'type':'user','id':'bob','properties':{'role':'admin'}} | {'name':'write'} |"
            + " {'type':'record','id':'record-2','properties':{'status':'archived'}} | true",
        "{'type':'user','id':'alice'} | {'name':'delete','properties':{'soft':true}} |"
            + " {'type':'record','id':'record-1'} | true",
        "{'type':'user','id':'alice'} | {'name':'delete','properties':{'soft':false}} |"
            + " {'type':'record','id':'record-1'} | false",
        "{'type':'user','id':'nobody'} | {'name':'read'} | {'type':'record','id':'record-1'} | false",
        "{'type':'user','id':'alice'} | {'name':'fly'} | {'type':'record','id':'record-1'} | false",
        "{'type':'user','id':'alice'} | {'name':'read'} | {'type':'spaceship','id':'1'} | false"
      })
  void decides(String subject, String action, String resource, boolean expected) {
    JsonObject answer = evaluate(question(subject, action, resource)).is(200).json();
    assertThat(answer.getBoolean("decision")).isEqualTo(expected);
  }

  @Test
  void contextUnknownMembersAndFurtherPropertiesChangeNothing() {
    String body =
        "{'subject':{'type':'user','id':'alice','colour':'red','properties':{'x':{'y':[1]},'z':null}},"
            + "'action':{'name':'read','properties':{'k':1}},'resource':"
            + RECORD_1
            + ",'context':{'time':'2025-06-27T18:03-07:00','ip':'192.168.1.1'},'more':[{}]}";
    Answer answer = evaluate(body).is(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().getBoolean("decision")).isTrue();
    assertThat(evaluate(body).text()).as("asked again").isEqualTo(answer.text());
  }

  @Test
  void aDenialSaysWhy() {
    JsonObject answer =
        evaluate(question("{'type':'user','id':'x'}", "{'name':'read'}", RECORD_1)).is(200).json();
    assertThat(answer.getJsonObject("context").getJsonObject("reason_admin").getString("403"))
        .contains("record:read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'}}",
        "{'subject':{'type':'user'},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'record-1'}}",
        "{'subject':'alice','action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
        "{'subject':{'type':'user','id':'alice'},'action':{'name':7},"
            + "'resource':{'type':'record','id':'record-1'}}"
      })
  void whatIsNoQuestionIsABadRequest(String body) {
    evaluate(body).is(400);
  }

  @Test
  void anotherContentTypeIsABadRequest() {
    api.with("Content-Type", "text/plain")
        .post("/access/v1/evaluation", json(question(ALICE, "{'name':'read'}", RECORD_1)))
        .is(400);
  }

  @Test
  void theRequestIdComesBack() {
    String id = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716";
    Answer answer =
        api.with("X-Request-ID", id)
            .post("/access/v1/evaluation", json(question(ALICE, "{'name':'read'}", RECORD_1)));
    assertThat(answer.header("X-Request-ID")).isEqualTo(id);
  }

  @Test
  void whoIsNotSignedInOrMayNotAskIsToldSo() {
    String body = json(question(ALICE, "{'name':'read'}", RECORD_1));
    Answer nobody = Fixtures.nobody().in(tenant.slug()).post("/access/v1/evaluation", body).is(401);
    assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
    tenant.as("viewer").post("/access/v1/evaluation", body).is(403);
  }

  @Test
  void aBatchTakesDefaultsAndKeepsItsOrder() {
    JsonArray answers =
        batch(
            "{'subject':"
                + ALICE
                + ",'action':{'name':'write'},'evaluations':[{'resource':"
                + RECORD_1
                + "},{'resource':"
                + ARCHIVED
                + "},{'resource':"
                + ARCHIVED
                + ",'subject':"
                + ADMIN
                + "},{}]}");
    assertThat(decisions(answers)).containsExactly(true, false, true, false);
    JsonObject error = answers.getJsonObject(3).getJsonObject("context").getJsonObject("error");
    assertThat(error.getInt("status")).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "execute_all, true false true",
    "deny_on_first_deny, true false",
    "permit_on_first_permit, true"
  })
  void aBatchEndsWhereItsSemanticSays(String semantic, String expected) {
    JsonArray answers =
        batch(
            "{'subject':"
                + ALICE
                + ",'action':{'name':'write'},'evaluations':[{'resource':"
                + RECORD_1
                + "},{'resource':"
                + ARCHIVED
                + "},{'resource':"
                + RECORD_1
                + "}],'options':{'evaluations_semantic':'"
                + semantic
                + "'}}");
    assertThat(String.join(" ", decisions(answers).stream().map(String::valueOf).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'evaluations':[]"})
  void withoutItemsABatchIsASingleEvaluation(String items) {
    String body = question(ALICE, "{'name':'read'}", RECORD_1);
    String whole = body.substring(0, body.length() - 1) + items + "}";
    assertThat(
            api.post("/access/v1/evaluations", json(whole)).is(200).json().getBoolean("decision"))
        .isTrue();
  }

  @Test
  void findsWhoMay() {
    String read =
        "{'subject':{'type':'user'},'action':{'name':'read'},'resource':" + RECORD_1 + "}";
    assertThat(ids(search("subject", read))).contains("alice", "bob");
    String named = read.replace("'type':'user'", "'type':'user','id':'alice'");
    assertThat(ids(search("subject", named))).isEqualTo(ids(search("subject", read)));
    String write =
        "{'subject':{'type':'user'},'action':{'name':'write'},'resource':" + ARCHIVED + "}";
    assertThat(ids(search("subject", write))).contains("bob").doesNotContain("alice");
  }

  @Test
  void findsTheTenantsOwnPeople() {
    TestUser manager = tenant.newUser("manager");
    String project = tenant.project();
    String body =
        "{'subject':{'type':'user'},'action':{'name':'write'},'resource':{'type':'project','id':'"
            + project
            + "'},'page':{'limit':200}}";
    assertThat(ids(search("subject", body))).contains(manager.id());
    String asked =
        "{'subject':{'type':'user','id':'%s'},'action':{'name':'write'},"
            + "'resource':{'type':'project','id':'%s'}}";
    assertThat(decision(asked.formatted(manager.email(), project))).as("by address").isTrue();
    assertThat(decision(asked.formatted(manager.id(), project))).as("by id").isTrue();
    TestUser viewer = tenant.newUser("viewer");
    assertThat(decision(asked.formatted(viewer.id(), project))).isFalse();
    String other = Fixtures.tenant().project();
    assertThat(decision(asked.formatted(manager.id(), other))).as("another tenant's").isFalse();
  }

  @Test
  void findsWhatSomebodyMay() {
    String read = "{'subject':" + ALICE + ",'action':{'name':'read'},'resource':{'type':'record'}}";
    assertThat(ids(search("resource", read))).contains("record-1");
    String write =
        "{'subject':" + ADMIN + ",'action':{'name':'write'},'resource':{'type':'record'}}";
    assertThat(ids(search("resource", write))).contains("record-2");
  }

  @Test
  void findsWhichActionsSomebodyMay() {
    String active = "{'subject':" + ALICE + ",'resource':" + RECORD_1 + "}";
    assertThat(names(search("action", active))).contains("read", "write");
    String archived = "{'subject':" + ADMIN + ",'resource':" + ARCHIVED + "}";
    assertThat(names(search("action", archived))).contains("write");
  }

  @Test
  void pagesThroughWhatItFinds() {
    String one =
        "{'subject':{'type':'user'},'action':{'name':'read'},'resource':"
            + RECORD_1
            + ",'page':{'limit':1%s}}";
    List<String> found = new ArrayList<>();
    String token = "";
    do {
      JsonObject answer = search("subject", one.formatted(",'token':'" + token + "'"));
      found.addAll(ids(answer));
      token = answer.getJsonObject("page").getString("next_token");
    } while (!token.isEmpty() && found.size() < 10);
    assertThat(found).contains("alice", "bob").doesNotHaveDuplicates();
    assertThat(token).isEmpty();
    String first =
        search("subject", one.formatted("")).getJsonObject("page").getString("next_token");
    String another = one.replace("read", "write").formatted(",'token':'" + first + "'");
    api.post("/access/v1/search/subject", json(another)).is(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "action | {'subject':{'type':'user','id':'x'},'resource':{'type':'record','id':'record-1'}}",
        "subject | {'subject':{'type':'spaceship'},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'record-1'}}",
        "subject | {'subject':{'type':'user'},'action':{'name':'read'},"
            + "'resource':{'type':'spaceship','id':'1'}}",
        "resource | {'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
            + "'resource':{'type':'spaceship'}}",
        "action | {'subject':{'type':'user','id':'alice'},'resource':{'type':'spaceship','id':'1'}}"
      })
  void whatIsUnknownIsFoundNowhere(String what, String body) {
    assertThat(search(what, body).getJsonArray("results")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "subject | {'subject':{'type':'user'},'resource':{'type':'record','id':'record-1'}}",
        "resource | {'action':{'name':'read'},'resource':{'type':'record'}}",
        "action | {'subject':{'type':'user','id':'alice'}}",
        "subject | {'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record'}}",
        "resource | {'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record'}}",
        "action | {'subject':{'type':'user'},'resource':{'type':'record','id':'record-1'}}"
      })
  void aSearchWithoutWhatItNeedsIsABadRequest(String what, String body) {
    api.post("/access/v1/search/" + what, json(body)).is(400);
  }

  @Test
  void tellsWhereItIs() {
    JsonObject all = Fixtures.nobody().get("/.well-known/authzen-configuration").is(200).json();
    String point = all.getString("policy_decision_point");
    assertThat(all.getString("access_evaluation_endpoint"))
        .isEqualTo(point + "/access/v1/evaluation");
    JsonObject own =
        Fixtures.nobody()
            .get("/.well-known/authzen-configuration/t/" + tenant.slug())
            .is(200)
            .json();
    assertThat(own.getString("policy_decision_point")).isEqualTo(point + "/t/" + tenant.slug());
    String path = own.getString("access_evaluation_endpoint").substring(point.length());
    Api named = api.without("X-Tenant-Slug");
    assertThat(
            named
                .post(path, json(question(ALICE, "{'name':'read'}", RECORD_1)))
                .is(200)
                .json()
                .getBoolean("decision"))
        .isTrue();
    Fixtures.nobody().get("/.well-known/authzen-configuration/else").is(404);
  }

  private static Answer evaluate(String body) {
    return api.post("/access/v1/evaluation", json(body));
  }

  private static boolean decision(String body) {
    return evaluate(body).is(200).json().getBoolean("decision");
  }

  private static JsonArray batch(String body) {
    return api.post("/access/v1/evaluations", json(body))
        .is(200)
        .json()
        .getJsonArray("evaluations");
  }

  private static JsonObject search(String what, String body) {
    return api.post("/access/v1/search/" + what, json(body)).is(200).json();
  }

  private static List<Boolean> decisions(JsonArray answers) {
    return answers.getValuesAs(JsonObject.class).stream()
        .map(answer -> answer.getBoolean("decision"))
        .toList();
  }

  private static List<String> ids(JsonObject found) {
    return each(found, "id");
  }

  private static List<String> names(JsonObject found) {
    return each(found, "name");
  }

  private static List<String> each(JsonObject found, String member) {
    return found.getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(result -> result.getString(member))
        .toList();
  }

  private static String question(String subject, String action, String resource) {
    return "{'subject':" + subject + ",'action':" + action + ",'resource':" + resource + "}";
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
