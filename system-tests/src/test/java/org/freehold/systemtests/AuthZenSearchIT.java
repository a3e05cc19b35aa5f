package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.AuthZen.ADMIN;
import static org.freehold.systemtests.AuthZen.ALICE;
import static org.freehold.systemtests.AuthZen.ARCHIVED;
import static org.freehold.systemtests.AuthZen.READ;
import static org.freehold.systemtests.AuthZen.RECORD_1;
import static org.freehold.systemtests.AuthZen.WRITE;
import static org.freehold.systemtests.AuthZen.question;
import static org.freehold.systemtests.AuthZen.with;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches (AuthZEN Authorization API 1.0 §8). */
class AuthZenSearchIT {
  private static final String USERS = "{'type':'user'}";
  private static final String RECORDS = "{'type':'record'}";
  private static final String WHO_READS = question(USERS, READ, RECORD_1);
  private static final String CONTEXT =
      "'context':{'time':'2025-06-27T18:03-07:00','ip':'192.168.1.1'}";

  private static TestTenant tenant;
  private static AuthZen point;

  @BeforeAll
  static void loadTheFixture() {
    tenant = Fixtures.tenant();
    point = AuthZen.certified(tenant);
  }

  private static String may(String subject, String resource) {
    return "{'subject':" + subject + ",'resource':" + resource + "}";
  }

  @Test
  void findsWhoMay() {
    assertThat(point.found("subject", WHO_READS)).contains("alice", "bob");
    String write = question(USERS, WRITE, ARCHIVED);
    assertThat(point.found("subject", write)).contains("bob").doesNotContain("alice");
  }

  @Test
  void findsWhatSomebodyMay() {
    assertThat(point.found("resource", question(ALICE, READ, RECORDS))).contains("record-1");
    assertThat(point.found("resource", question(ADMIN, WRITE, RECORDS))).contains("record-2");
    assertThat(point.found("resource", question(ALICE, WRITE, RECORDS)))
        .containsExactly("record-1");
  }

  @Test
  void findsWhichActionsSomebodyMay() {
    assertThat(point.found("action", may(ALICE, RECORD_1))).containsExactly("read", "write");
    assertThat(point.found("action", may(ADMIN, ARCHIVED))).contains("write");
    String named = with(may(ALICE, RECORD_1), "'action':{'name':'delete'}");
    assertThat(point.found("action", named)).containsExactly("read", "write");
  }

  @Test
  void contextIsTakenAndTheIdOfWhatIsSearchedForIgnored() {
    for (String[] one :
        new String[][] {
          {"subject", WHO_READS, WHO_READS.replace("'type':'user'", "'type':'user','id':'alice'")},
          {"subject", WHO_READS, WHO_READS.replace("'type':'user'", "'type':'user','id':7")},
          {"resource", question(ALICE, READ, RECORDS), question(ALICE, READ, RECORD_1)},
          {"action", may(ALICE, RECORD_1), with(may(ALICE, RECORD_1), "'more':{}")}
        }) {
      String plain = point.call("search/" + one[0], one[1]).is(200).text();
      assertThat(point.call("search/" + one[0], with(one[1], CONTEXT)).is(200).text())
          .isEqualTo(plain);
      assertThat(point.call("search/" + one[0], one[2]).is(200).text()).isEqualTo(plain);
    }
  }

  @Test
  void resultsAreOfTheTypeAndAreAllowedWhenAsked() {
    JsonObject who = point.search("subject", with(WHO_READS, "'page':{'limit':200}"));
    for (JsonObject one : who.getJsonArray("results").getValuesAs(JsonObject.class)) {
      assertThat(one.keySet()).containsExactly("type", "id");
      assertThat(one.getString("type")).isEqualTo("user");
      assertThat(point.decision(one.toString(), READ, RECORD_1)).isTrue();
    }
    JsonObject what = point.search("resource", question(ADMIN, WRITE, RECORDS));
    for (JsonObject one : what.getJsonArray("results").getValuesAs(JsonObject.class)) {
      assertThat(one.keySet()).containsExactly("type", "id");
      assertThat(one.getString("type")).isEqualTo("record");
      assertThat(point.decision(ADMIN, WRITE, one.toString())).isTrue();
    }
    JsonObject which = point.search("action", may(ALICE, RECORD_1));
    for (JsonObject one : which.getJsonArray("results").getValuesAs(JsonObject.class)) {
      assertThat(one.keySet()).containsExactly("name");
      assertThat(point.decision(ALICE, one.toString(), RECORD_1)).isTrue();
    }
  }

  @Test
  void goesThroughTeamsAndRoles() {
    TestTenant own = Fixtures.tenant();
    AuthZen there = new AuthZen(own.api());
    there.type("record", "read", "write");
    TestUser clerk = own.newUser("viewer");
    String team = own.team();
    own.joinTeam(team, clerk);
    String base = own.role("grants", List.of("record:read"));
    own.assign(own.role("parents", List.of(base)), "team_id", team);
    assertThat(there.found("subject", WHO_READS))
        .containsExactlyInAnyOrder(clerk.id(), own.owner().id());
    there.thing("record", "9", "{}");
    String subject = "{'type':'user','id':'" + clerk.id() + "'}";
    assertThat(there.found("resource", question(subject, READ, RECORDS))).containsExactly("9");
    assertThat(there.found("action", may(subject, RECORD_1))).containsExactly("read");
  }

  @Test
  void findsThePeopleKeysAndThingsOfTheTenant() {
    TestTenant own = Fixtures.tenant();
    AuthZen there = new AuthZen(own.api());
    TestUser developer = own.newUser("developer");
    TestUser gone = own.newUser("developer");
    own.api().patch("/api/users/" + gone.id(), Body.of("is_active", false)).is(200);
    String seen = own.project("visibility", "public");
    String hidden = own.project("visibility", "private");
    String task = own.task(seen);
    String workspace = own.workspace();
    String key = own.apiKey("permissions", List.of("projects:read")).id();
    String subject = "{'type':'user','id':'" + developer.id() + "'}";
    String project = "{'type':'project','id':'" + seen + "'}";
    assertThat(there.found("subject", question(USERS, WRITE, project)))
        .containsExactlyInAnyOrder(own.owner().id(), developer.id());
    assertThat(there.found("subject", question("{'type':'api_key'}", READ, project)))
        .containsExactly(key);
    assertThat(there.found("resource", question(subject, READ, "{'type':'project'}")))
        .containsExactly(seen)
        .doesNotContain(hidden);
    assertThat(there.found("resource", question(subject, WRITE, "{'type':'task'}")))
        .containsExactly(task);
    String owner = "{'type':'user','id':'" + own.owner().id() + "'}";
    assertThat(there.found("resource", question(owner, READ, "{'type':'workspace'}")))
        .containsExactly(workspace);
    assertThat(there.found("action", may(subject, project))).containsExactly("read", "write");
    assertThat(point.found("resource", question(owner, READ, "{'type':'project'}")))
        .as("in another tenant")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "action | {'subject':{'type':'user','id':'x'},'resource':{'type':'record','id':'record-1'}}",
        "action | {'subject':{'type':'user','id':'alice'},'resource':{'type':'spaceship','id':'1'}}",
        "action | {'subject':{'type':'spaceship','id':'1'},'resource':{'type':'record','id':'1'}}",
        "subject | {'subject':{'type':'spaceship'},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'record-1'}}",
        "subject | {'subject':{'type':'user'},'action':{'name':'read'},"
            + "'resource':{'type':'spaceship','id':'1'}}",
        "subject | {'subject':{'type':'user'},'action':{'name':'fly'},"
            + "'resource':{'type':'record','id':'record-1'}}",
        "subject | {'subject':{'type':'\\u0000'},'action':{'name':'read'},"
            + "'resource':{'type':'\\u0000','id':'\\u0000'}}",
        "resource | {'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
            + "'resource':{'type':'spaceship'}}",
        "resource | {'subject':{'type':'user','id':'x'},'action':{'name':'read'},"
            + "'resource':{'type':'record'}}"
      })
  void whatIsUnknownIsFoundNowhere(String what, String body) {
    JsonObject answer = point.search(what, body);
    assertThat(answer.getJsonArray("results")).isEmpty();
    assertThat(answer.getJsonObject("page").getString("next_token")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "subject | {'subject':{'type':'user'},'resource':{'type':'record','id':'record-1'}}",
        "subject | {'subject':{},'action':{'name':'read'},'resource':{'type':'record','id':'1'}}",
        "subject | {'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record'}}",
        "subject | {'subject':{'type':'user'},'action':{'name':'read'}}",
        "resource | {'action':{'name':'read'},'resource':{'type':'record'}}",
        "resource | {'subject':{'type':'user','id':'a'},'action':{'name':'read'},'resource':{}}",
        "resource | {'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record'}}",
        "resource | {'subject':{'type':'user','id':'a'},'resource':{'type':'record'}}",
        "action | {'subject':{'type':'user','id':'alice'}}",
        "action | {'resource':{'type':'record','id':'1'}}",
        "action | {'subject':{'type':'user'},'resource':{'type':'record','id':'record-1'}}",
        "action | {'subject':{'type':'user','id':'alice'},'resource':{'type':'record'}}"
      })
  void aSearchWithoutWhatItNeedsIsABadRequest(String what, String body) {
    point.call("search/" + what, body).isProblem(400, "invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "subject | {'subject':{'type':'user'},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'record-1'}}",
        "resource | {'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
            + "'resource':{'type':'record'}}",
        "action | {'subject':{'type':'user','id':'alice'},'resource':{'type':'record','id':'record-1'}}"
      })
  void everySearchIsReadPageByPage(String what, String body) {
    List<String> whole = point.found(what, with(body, "'page':{'limit':200}"));
    assertThat(whole).hasSizeGreaterThan(1);
    for (String said : new String[] {"", ",'limit':1"}) {
      List<String> found = new ArrayList<>();
      JsonObject answer = point.search(what, with(body, "'page':{'limit':1}"));
      while (true) {
        JsonObject page = answer.getJsonObject("page");
        List<String> one = AuthZen.found(answer);
        assertThat(one).hasSize(1);
        assertThat(page.getInt("count")).isEqualTo(1);
        found.addAll(one);
        String token = page.getString("next_token");
        if (token.isEmpty()) {
          break;
        }
        answer = point.search(what, with(body, "'page':{'token':'" + token + "'" + said + "}"));
      }
      assertThat(found).as("and no empty page at the end").isEqualTo(whole);
    }
  }

  @Test
  void thePageComesFirstAndALimitOfNothingSaysWhetherThereIsSomething() {
    String text = point.call("search/subject", WHO_READS).is(200).text();
    assertThat(text).startsWith("{\"page\":{\"next_token\":\"\",\"count\":");
    JsonObject none = point.search("subject", with(WHO_READS, "'page':{'limit':0}"));
    assertThat(none.getJsonArray("results")).isEmpty();
    assertThat(none.getJsonObject("page").getString("next_token")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'page':{'token':'%s','limit':2}",
        "'page':{'token':'%s','limit':1,'properties':{'a':1}}",
        "'context':{'a':1},'page':{'token':'%s','limit':1}",
        "'page':{'token':'x%s','limit':1}"
      })
  void aTokenIsForTheSameRequestOnly(String changed) {
    String token =
        point
            .search("subject", with(WHO_READS, "'page':{'limit':1}"))
            .getJsonObject("page")
            .getString("next_token");
    String body = with(WHO_READS, changed.formatted(token));
    assertThat(point.call("search/subject", body).isProblem(400, "invalid").faults())
        .containsExactly("/page/token unknown");
    String same = with(WHO_READS, "'page':{'token':'" + token + "','limit':1}");
    point.call("search/subject", same).is(200);
    point.call("search/subject", same.replace("'read'", "'write'")).isProblem(400, "invalid");
    point.call("search/resource", same.replace(USERS, ALICE)).isProblem(400, "invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{'limit':-1}", "{'limit':1.5}", "{'limit':'1'}", "{'token':7}"})
  void whatIsNoPageIsABadRequest(String page) {
    point.call("search/subject", with(WHO_READS, "'page':" + page)).isProblem(400, "invalid");
  }

  @Test
  void manyThingsAreFoundWithoutGapsHoweverTheirIdsAreWritten() throws SQLException {
    TestTenant own = Fixtures.tenant();
    AuthZen there = new AuthZen(own.api());
    there.type("record", "read");
    there.policy("allow", "record:read", AuthZen.test("resource.properties.open", "eq", "true"));
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "insert into tenant.decision_thing (tenant_id, id, type, external_id, properties,"
              + " created_at, updated_at, version) select '"
              + own.id()
              + "', gen_random_uuid(), 'record',"
              + " (array['a', 'B', 'é', '-', '😀', 'Z'])[1 + n % 6] || n,"
              + " case when n % 500 = 7 then '{\"open\":true}' else '{}' end::jsonb,"
              + " now(), now(), 0 from generate_series(1, 2600) n");
    }
    String body = question(ALICE, READ, RECORDS);
    List<String> found = new ArrayList<>();
    String token = "";
    int pages = 0;
    do {
      JsonObject answer = there.search("resource", with(body, "'page':{'token':'" + token + "'}"));
      found.addAll(AuthZen.found(answer));
      token = answer.getJsonObject("page").getString("next_token");
      pages++;
    } while (!token.isEmpty() && pages < 10);
    assertThat(pages).as("each looks at a thousand").isEqualTo(3);
    assertThat(found).containsExactlyInAnyOrder("B7", "-507", "Z1007", "B1507", "-2007", "Z2507");
  }
}
