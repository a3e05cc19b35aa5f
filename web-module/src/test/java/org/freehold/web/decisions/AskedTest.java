package org.freehold.web.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.freehold.decisions.Question;
import org.freehold.decisions.Semantic;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
  private static final String WHOLE =
      "{'subject':{'type':'user','id':'alice','properties':{'role':'admin','age':41,'tags':['a','b'],"
          + "'deep':{'x':1},'none':null}},'action':{'name':'delete','properties':{'soft':true}},"
          + "'resource':{'type':'record','id':'record-1','colour':'red'},"
          + "'context':{'ip':'192.168.1.1'},'unknown':[1,2]}";

  @Test
  void readsWhatIsKnownAndIgnoresWhatIsNot() {
    Question question = Asked.evaluation(JsonText.parseObject(json(WHOLE)));
    assertThat(question.subject().type()).isEqualTo("user");
    assertThat(question.subject().id()).isEqualTo("alice");
    assertThat(question.subject().properties())
        .isEqualTo(Map.of("role", "admin", "age", 41.0, "tags", Set.of("a", "b")));
    assertThat(question.action()).isEqualTo("delete");
    assertThat(question.actionProperties()).isEqualTo(Map.of("soft", true));
    assertThat(question.resource().id()).isEqualTo("record-1");
    assertThat(question.context()).isEqualTo(Map.of("ip", "192.168.1.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'action':{'name':'read'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':'a'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':'a'},'action':{'name':'read'}}",
        "{'subject':{'id':'a'},'action':{'name':'read'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':7},'action':{'name':'read'},'resource':{'type':'r','id':'1'}}",
        "{'subject':'alice','action':{'name':'read'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':'a'},'action':{},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':'a','properties':[]},'action':{'name':'read'},"
            + "'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':'a'},'action':{'name':'read'},'resource':{'type':'r'}}"
      })
  void refusesWhatIsMissingOrOfAnotherType(String body) {
    assertThatThrownBy(() -> Asked.evaluation(JsonText.parseObject(json(body))))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void anIdThatIsSearchedForIsIgnored() {
    assertThat(Asked.subjectSearch(JsonText.parseObject(json(WHOLE))).subject().id()).isNull();
    assertThat(Asked.resourceSearch(JsonText.parseObject(json(WHOLE))).resource().id()).isNull();
    assertThat(Asked.actionSearch(JsonText.parseObject(json(WHOLE))).action()).isNull();
  }

  @Test
  void anItemTakesWhatItDoesNotSayFromTheRequestAndAnEntityWhole() {
    Batch batch =
        Batch.of(
            JsonText.parseObject(
                json(
                    "{'subject':{'type':'user','id':'a','properties':{'role':'admin'}},"
                        + "'action':{'name':'read'},'context':{'k':'v'},'evaluations':["
                        + "{'resource':{'type':'r','id':'1'}},"
                        + "{'resource':{'type':'r','id':'2'},'subject':{'type':'user','id':'b'}},"
                        + "{'action':{'name':'write'}}],"
                        + "'options':{'evaluations_semantic':'deny_on_first_deny'}}")));
    assertThat(batch.semantic()).isEqualTo(Semantic.DENY_ON_FIRST_DENY);
    assertThat(batch.items()).hasSize(3);
    assertThat(batch.items().get(0).question().subject().properties())
        .isEqualTo(Map.of("role", "admin"));
    assertThat(batch.items().get(1).question().subject().id()).isEqualTo("b");
    assertThat(batch.items().get(1).question().subject().properties()).isEmpty();
    assertThat(batch.items().get(1).question().context()).isEqualTo(Map.of("k", "v"));
    assertThat(batch.items().get(2).question()).isNull();
    assertThat(batch.items().get(2).fault()).isNotNull();
  }

  @Test
  void withoutItemsItIsASingleEvaluation() {
    assertThat(Batch.of(JsonText.parseObject(json(WHOLE)))).isNull();
    assertThat(Batch.of(JsonText.parseObject("{\"evaluations\":[]}"))).isNull();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
