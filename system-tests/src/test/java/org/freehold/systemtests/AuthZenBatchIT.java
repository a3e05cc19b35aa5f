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

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several evaluations in one request (AuthZEN Authorization API 1.0 §7). */
class AuthZenBatchIT {
  private static AuthZen point;

  @BeforeAll
  static void loadTheFixture() {
    point = AuthZen.certified(Fixtures.tenant());
  }

  private static String batch(String defaults, String... items) {
    String comma = defaults.isEmpty() ? "" : ",";
    return "{" + defaults + comma + "'evaluations':[" + String.join(",", items) + "]}";
  }

  private static String item(String member, String entity) {
    return "{'" + member + "':" + entity + "}";
  }

  @Test
  void itemsTakeDefaultsAndKeepTheirOrder() {
    String defaults = "'subject':" + BOB + ",'resource':" + RECORD_1;
    String body = batch(defaults, item("action", READ), item("action", WRITE));
    assertThat(point.decisions(body)).containsExactly(true, false);
    String reversed = batch(defaults, item("action", WRITE), item("action", READ));
    assertThat(point.decisions(reversed)).containsExactly(false, true);
  }

  @Test
  void aBatchAboutManyThingsAsksTheDatabaseNoMoreOftenThanOneAboutFew() {
    TestTenant tenant = Fixtures.tenant();
    String project = tenant.project();
    AuthZen own = new AuthZen(tenant.api());
    for (String type : new String[] {"project", "task"}) {
      List<String> ids =
          IntStream.range(0, 12)
              .mapToObj(i -> type.equals("task") ? tenant.task(project) : tenant.project())
              .toList();
      long few = StatementsIT.cost(() -> allowed(own, tenant, type, ids.subList(0, 2)));
      assertThat(StatementsIT.cost(() -> allowed(own, tenant, type, ids))).isEqualTo(few);
    }
  }

  private static void allowed(AuthZen own, TestTenant tenant, String type, List<String> ids) {
    String defaults =
        "'subject':{'type':'user','id':'" + tenant.owner().id() + "'},'action':" + READ;
    String[] items =
        ids.stream()
            .map(id -> item("resource", "{'type':'" + type + "','id':'" + id + "'}"))
            .toArray(String[]::new);
    assertThat(own.decisions(batch(defaults, items))).hasSize(ids.size()).containsOnly(true);
  }

  @Test
  void itemsMayBeWhole() {
    String body = batch("", ALICE_READS, question(BOB, WRITE, RECORD_1));
    assertThat(point.decisions(body)).containsExactly(true, false);
  }

  @Test
  void propertiesOfEachItemCount() {
    String active = "{'type':'record','id':'record-1','properties':{'status':'active'}}";
    String resources =
        batch(
            "'subject':" + ALICE + ",'action':" + WRITE,
            item("resource", active),
            item("resource", ARCHIVED));
    assertThat(point.decisions(resources)).containsExactly(true, false);
    String subjects =
        batch(
            "'action':" + WRITE + ",'resource':" + ARCHIVED,
            item("subject", ALICE),
            item("subject", ADMIN));
    assertThat(point.decisions(subjects)).containsExactly(false, true);
  }

  @Test
  void anEmptyItemTakesAllDefaultsAndAnEntityReplacesItsDefaultWhole() {
    String defaults = "'subject':" + ADMIN + ",'action':" + WRITE + ",'resource':" + ARCHIVED;
    String clerk = "{'type':'user','id':'carol'}";
    String unsaid = "{'type':'record','id':'record-3'}";
    String body = batch(defaults, "{}", item("subject", clerk), item("resource", unsaid));
    assertThat(point.decisions(body))
        .as("neither the role nor the status of the defaults is taken over")
        .containsExactly(true, false, false);
  }

  @Test
  void contextIsADefaultToo() {
    AuthZen own = new AuthZen(Fixtures.tenant().api());
    own.type("record", "read");
    own.policy("allow", "record:read", test("context.channel", "eq", "'web'"));
    String defaults = ALICE_READS.substring(1, ALICE_READS.length() - 1);
    String body =
        batch(
            defaults + ",'context':{'channel':'web'}",
            "{}",
            item("context", "{'channel':'phone'}"),
            item("context", "{}"));
    assertThat(own.decisions(body)).containsExactly(true, false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'evaluations':[]", "'evaluations':[],'options':{'a':1}"})
  void withoutItemsItIsASingleEvaluation(String more) {
    String body = more.isEmpty() ? ALICE_READS : with(ALICE_READS, more);
    Answer answer = point.call("evaluations", body).is(200);
    assertThat(answer.text()).isEqualTo("{\"decision\":true}");
    String nobody = more.isEmpty() ? "{}" : "{" + more + "}";
    point.call("evaluations", nobody).isProblem(400, "invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "'', true false true",
    "execute_all, true false true",
    "deny_on_first_deny, true false",
    "permit_on_first_permit, true"
  })
  void itEndsWhereItsSemanticSays(String semantic, String expected) {
    String body =
        batch(
            "'subject':" + ALICE + ",'action':" + WRITE,
            item("resource", RECORD_1),
            item("resource", ARCHIVED),
            item("resource", RECORD_1));
    assertThat(point.decisions(semantic(body, semantic))).isEqualTo(decisions(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "execute_all, false true false true",
    "deny_on_first_deny, false",
    "permit_on_first_permit, false true"
  })
  void aFaultOfAnItemIsADenialThatSaysSo(String semantic, String expected) {
    String body =
        batch(
            "'subject':" + ALICE + ",'action':" + READ,
            "{}",
            item("resource", RECORD_1),
            "7",
            item("resource", RECORD_1));
    JsonArray answers = point.batch(semantic(body, semantic));
    assertThat(answers.getValuesAs(JsonObject.class))
        .extracting(answer -> answer.getBoolean("decision"))
        .isEqualTo(decisions(expected));
    JsonObject error = answers.getJsonObject(0).getJsonObject("context").getJsonObject("error");
    assertThat(error.getInt("status")).isEqualTo(400);
    assertThat(error.getString("message")).contains("resource");
  }

  @Test
  void eachAnswerIsADecisionAndThereIsNoneAboveThem() {
    String body = batch("'subject':" + ALICE + ",'resource':" + RECORD_1, item("action", READ));
    JsonObject answer = point.call("evaluations", body).is(200).json();
    assertThat(answer.keySet()).containsExactly("evaluations");
    JsonObject only = answer.getJsonArray("evaluations").getJsonObject(0);
    assertThat(only.get("decision")).isEqualTo(JsonValue.TRUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'evaluations':{}",
        "'evaluations':[{}],'options':7",
        "'evaluations':[{}],'options':{'evaluations_semantic':'EXECUTE_ALL'}",
        "'evaluations':[{}],'options':{'evaluations_semantic':'some'}"
      })
  void whatIsWrongWithTheWholeIsABadRequest(String members) {
    point.call("evaluations", with(ALICE_READS, members)).isProblem(400, "invalid");
  }

  @Test
  void aDefaultThatIsNoEntityIsABadRequest() {
    point.call("evaluations", batch("'subject':'alice'", ALICE_READS)).isProblem(400, "invalid");
    point
        .call("evaluations", batch("'resource':{'type':'record'}", ALICE_READS))
        .isProblem(400, "invalid");
  }

  @Test
  void aThousandItemsAreAnsweredAndOneMoreIsRefused() {
    String[] items = new String[1000];
    Arrays.fill(items, "{}");
    String defaults = ALICE_READS.substring(1, ALICE_READS.length() - 1);
    List<Boolean> decisions = point.decisions(batch(defaults, items));
    assertThat(decisions).hasSize(1000).containsOnly(true);
    String[] more = Arrays.copyOf(items, 1001);
    more[1000] = "{}";
    point.call("evaluations", batch(defaults, more)).isProblem(400, "invalid");
  }

  private static String semantic(String body, String semantic) {
    return semantic.isEmpty()
        ? body
        : with(body, "'options':{'evaluations_semantic':'" + semantic + "','another':1}");
  }

  private static List<Boolean> decisions(String words) {
    return Arrays.stream(words.split(" ")).map(Boolean::valueOf).toList();
  }
}
