package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.AuthZen.ADMIN;
import static org.freehold.systemtests.AuthZen.ALICE;
import static org.freehold.systemtests.AuthZen.ALICE_READS;
import static org.freehold.systemtests.AuthZen.ARCHIVED;
import static org.freehold.systemtests.AuthZen.BOB;
import static org.freehold.systemtests.AuthZen.READ;
import static org.freehold.systemtests.AuthZen.RECORD_1;
import static org.freehold.systemtests.AuthZen.WRITE;
import static org.freehold.systemtests.AuthZen.question;
import static org.freehold.systemtests.AuthZen.test;
import static org.freehold.systemtests.AuthZen.with;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Evaluations one by one (AuthZEN Authorization API 1.0 §5 and §6), with the fixture and the
 * requests of the certification scenario. Which sentence is proved where is told by
 * docs/api/authzen-conformance.md.
 */
class AuthZenIT {
  private static TestTenant tenant;
  private static AuthZen point;

  @BeforeAll
  static void loadTheFixture() {
    tenant = Fixtures.tenant();
    point = AuthZen.certified(tenant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ALICE + "|" + READ + "|" + RECORD_1 + "| true",
        ALICE + "|" + WRITE + "|" + RECORD_1 + "| true",
        BOB + "|" + READ + "|" + RECORD_1 + "| true",
        BOB + "|" + WRITE + "|" + RECORD_1 + "| false",
        ALICE + "|" + WRITE + "|" + ARCHIVED + "| false",
        ADMIN + "|" + WRITE + "|" + ARCHIVED + "| true",
        ALICE + "| {'name':'delete','properties':{'soft':true}} |" + RECORD_1 + "| true",
        ALICE + "| {'name':'delete','properties':{'soft':false}} |" + RECORD_1 + "| false",
        "{'type':'user','id':'nobody'} |" + READ + "|" + RECORD_1 + "| false",
        "{'type':'','id':''} |" + READ + "|" + RECORD_1 + "| false",
        ALICE + "| {'name':'fly'} |" + RECORD_1 + "| false",
        ALICE + "| {'name':''} |" + RECORD_1 + "| false",
        ALICE + "|" + READ + "| {'type':'spaceship','id':'1'} | false",
        ALICE + "|" + READ + "| {'type':'project','id':'no uuid'} | false"
      })
  void decides(String subject, String action, String resource, boolean expected) {
    assertThat(point.decision(subject, action, resource)).isEqualTo(expected);
  }

  @Test
  void contextUnknownMembersAndFurtherPropertiesChangeNothing() {
    String body =
        "{'subject':{'type':'user','id':'alice','colour':'red','properties':{'department':'Sales',"
            + "'role':'manager','x':{'y':[1]},'z':null,'n':1.5,'b':true,'list':['a',1]}},"
            + "'action':{'name':'read','properties':{'method':'GET'}},'resource':"
            + "{'type':'record','id':'record-1','properties':{'status':'active','owner':'bob'}},"
            + "'context':{'time':'2025-06-27T18:03-07:00','ip':'192.168.1.1','schema':{}},"
            + "'foo':'bar','futureField':{'nested':true},'evaluations':7}";
    assertThat(point.decision(body)).isTrue();
  }

  @Test
  void theOrderOfMembersMeansNothing() {
    assertThat(
            point.decision(
                "{'resource':{'id':'record-1','type':'record'},'context':{},"
                    + "'action':{'properties':{},'name':'read'},'subject':{'id':'alice','type':'user'}}"))
        .isTrue();
  }

  @Test
  void anAnswerHasADecisionAndADenialSaysWhy() {
    Answer allowed = point.evaluate(ALICE_READS).is(200);
    assertThat(allowed.text()).isEqualTo("{\"decision\":true}");
    JsonObject denied = point.evaluate(question(BOB, WRITE, RECORD_1)).is(200).json();
    assertThat(denied.get("decision")).isEqualTo(JsonValue.FALSE);
    assertThat(denied.getJsonObject("context").getJsonObject("reason_admin").getString("403"))
        .contains("record:write");
  }

  @Test
  void askedAgainItIsAnsweredAlike() {
    String denied = question(BOB, WRITE, RECORD_1);
    String first = point.evaluate(denied).text();
    for (int i = 0; i < 5; i++) {
      assertThat(point.decision(ALICE_READS)).isTrue();
      assertThat(point.evaluate(denied).text()).isEqualTo(first);
    }
  }

  @Test
  void anIdCountsWithinItsTypeOnly() {
    AuthZen own = new AuthZen(Fixtures.tenant().api());
    own.type("record", "read");
    own.type("memo", "read");
    own.thing("memo", "1", "{'open':true}");
    String robot =
        "{'all':[" + test("subject.type", "eq", "'robot'") + "," + test("subject.id", "eq", "'r2'");
    own.policy("allow", "record:read", robot + "]}");
    own.policy("allow", "*:read", test("resource.properties.open", "eq", "true"));
    String record = "{'type':'record','id':'1'}";
    assertThat(own.decision("{'type':'robot','id':'r2'}", READ, record)).isTrue();
    assertThat(own.decision("{'type':'user','id':'r2'}", READ, record)).isFalse();
    assertThat(own.decision(ALICE, READ, record)).isFalse();
    assertThat(own.decision(ALICE, READ, "{'type':'memo','id':'1'}")).isTrue();
  }

  @Test
  void whatTheQuestionSaysComesBeforeWhatIsKnown() {
    String unsaid = "{'type':'record','id':'record-2'}";
    assertThat(point.decision(BOB, WRITE, unsaid)).as("known to be archived").isTrue();
    String active = "{'type':'record','id':'record-2','properties':{'status':'active'}}";
    assertThat(point.decision(BOB, WRITE, active)).isFalse();
    assertThat(point.decision(ALICE, WRITE, active)).isTrue();
    String clerk = "{'type':'user','id':'bob','properties':{'role':'clerk'}}";
    assertThat(point.decision(clerk, WRITE, unsaid)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "context.channel | eq | 'web' | {'channel':'web'} | true",
        "context.channel | eq | 'web' | {'channel':'phone'} | false",
        "context.channel | eq | 'web' | {'channel':{'a':'web'}} | false",
        "context.level | ge | 3 | {'level':3.5} | true",
        "context.level | ge | 3 | {'level':2} | false",
        "context.strong | eq | true | {'strong':true} | true",
        "environment.address | in_network | ['10.0.0.0/8'] | {'ip':'10.1.2.3'} | true",
        "environment.address | in_network | ['10.0.0.0/8'] | {'ip':'192.168.1.1'} | false",
        "environment.address | in_network | ['10.0.0.0/8'] | {'ip':'no address'} | false",
        "environment.address | in_network | ['0.0.0.0/0','::/0'] | {} | false"
      })
  void conditionsSeeTheContext(
      String attribute, String operator, String value, String context, boolean expected) {
    AuthZen own = new AuthZen(Fixtures.tenant().api());
    own.type("record", "read");
    own.policy("allow", "record:read", test(attribute, operator, value));
    assertThat(own.decision(with(ALICE_READS, "'context':" + context))).isEqualTo(expected);
  }

  @Test
  void peopleAndThingsOfTheTenantAreWhoAndWhatTheyAre() {
    TestUser manager = tenant.newUser("manager");
    TestUser viewer = tenant.newUser("viewer");
    String asked = "{'type':'project','id':'" + tenant.project() + "'}";
    assertThat(point.decision(user(manager.id()), WRITE, asked)).as("by id").isTrue();
    assertThat(point.decision(user(manager.email()), WRITE, asked)).as("by address").isTrue();
    assertThat(point.decision(user(viewer.id()), WRITE, asked)).isFalse();
    assertThat(point.decision(user(viewer.id()), READ, asked)).isTrue();
    assertThat(point.decision(ALICE, READ, asked)).as("somebody else").isFalse();
    String described = with(user(manager.id()), "'properties':{'role':'viewer'}");
    assertThat(point.decision(described, WRITE, asked)).as("keeps what roles give").isTrue();
    String other = "{'type':'project','id':'" + Fixtures.tenant().project() + "'}";
    assertThat(point.decision(user(manager.id()), WRITE, other)).as("another tenant's").isFalse();
    String stranger = user(Fixtures.tenant().owner().id());
    assertThat(point.decision(stranger, READ, asked)).as("another tenant's").isFalse();
  }

  @Test
  void anApiKeyIsASubjectToo() {
    String project = "{'type':'project','id':'" + tenant.project() + "'}";
    String key = tenant.apiKey("permissions", List.of("projects:read")).id();
    String subject = "{'type':'api_key','id':'" + key + "'}";
    assertThat(point.decision(subject, READ, project)).isTrue();
    assertThat(point.decision(subject, WRITE, project)).isFalse();
    assertThat(point.decision(user(key), READ, project)).as("no user").isFalse();
    tenant.api().delete("/api/admin/api-keys/" + key).is(204);
    assertThat(point.decision(subject, READ, project)).as("revoked").isFalse();
  }

  @Test
  void rolesGiveWhatCanBeDoneToTypes() {
    TestUser clerk = tenant.newUser("viewer");
    String records = "{'type':'record','id':'record-7','properties':{'status':'active'}}";
    assertThat(point.decision(user(clerk.id()), READ, records)).isFalse();
    String role = tenant.role("grants", List.of("record:write"));
    String given = tenant.assign(role, "user_id", clerk.id());
    assertThat(point.decision(user(clerk.id()), WRITE, records)).isTrue();
    assertThat(point.decision(user(clerk.id()), READ, records)).as("implied").isTrue();
    assertThat(point.decision(user(clerk.id()), "{'name':'delete'}", records)).isFalse();
    tenant.api().delete("/api/role-assignments/" + given).is(204);
    assertThat(point.decision(user(clerk.id()), WRITE, records)).as("at once").isFalse();
  }

  @Test
  void whoIsDeactivatedMayNothing() {
    TestUser leaver = tenant.newUser("manager");
    String project = "{'type':'project','id':'" + tenant.project() + "'}";
    assertThat(point.decision(user(leaver.id()), READ, project)).isTrue();
    tenant.api().patch("/api/users/" + leaver.id(), Body.of("is_active", false)).is(200);
    assertThat(point.decision(user(leaver.id()), READ, project)).isFalse();
    assertThat(point.decision(with(user(leaver.id()), "'properties':{'a':1}"), READ, project))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
        "{'subject':{'type':'user','id':'alice'},'resource':{'type':'record','id':'record-1'}}",
        "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'}}",
        "{'subject':{'id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user','id':'alice'},'action':{},'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'id':'1'}}",
        "{'subject':{'type':'user','id':'a'},'action':{'name':'read'},'resource':{'type':'record'}}",
        "{'subject':'alice','action':{'name':'read'},'resource':{'type':'record','id':'1'}}",
        "{'subject':null,'action':{'name':'read'},'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user','id':7},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user','id':'alice'},'action':{'name':123},"
            + "'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user','id':'alice','properties':'x'},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'1'}}",
        "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
            + "'resource':{'type':'record','id':'1'},'context':'x'}"
      })
  void whatIsMissingOrOfAnotherTypeIsABadRequest(String body) {
    Answer answer = point.evaluate(body).isProblem(400, "invalid");
    assertThat(answer.string("detail")).isNotBlank();
    assertThat(answer.faults()).hasSize(1);
  }

  private static String user(String id) {
    return "{'type':'user','id':'" + id + "'}";
  }
}
