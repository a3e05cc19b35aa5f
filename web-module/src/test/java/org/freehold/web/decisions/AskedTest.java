package org.freehold.web.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.freehold.decisions.Question;
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

  @ParameterizedTest
  @ValueSource(strings = {"type", "id", "name"})
  void aTextHasAnEnd(String member) {
    String longest = "x".repeat(Asked.LONGEST);
    String body =
        "{'subject':{'type':'user','id':'a'},'action':{'name':'read'},'resource':{'type':'r','id':'1'}}";
    String wide = body.replaceAll("'" + member + "':'[^']*'", "'" + member + "':'" + longest + "'");
    assertThat(Asked.evaluation(JsonText.parseObject(json(wide)))).isNotNull();
    String wider = wide.replace(longest, longest + "x");
    assertThatThrownBy(() -> Asked.evaluation(JsonText.parseObject(json(wider))))
        .isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resource':{'type':'r','id':'1'},'action':{'name':'read'},'subject':{}}",
        "{'action':{'name':'read'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'r'}}"
      })
  void aSearchForSubjectsNeedsATypeAnActionAndAResource(String body) {
    assertThatThrownBy(() -> Asked.subjectSearch(JsonText.parseObject(json(body))))
        .isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'subject':{'type':'user','id':'a'},'action':{'name':'read'},'resource':{}}",
        "{'subject':{'type':'user','id':'a'},'action':{'name':'read'}}",
        "{'subject':{'type':'user','id':'a'},'resource':{'type':'r'}}",
        "{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'r'}}"
      })
  void aSearchForResourcesNeedsATypeAnActionAndASubject(String body) {
    assertThatThrownBy(() -> Asked.resourceSearch(JsonText.parseObject(json(body))))
        .isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'subject':{'type':'user','id':'a'}}",
        "{'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user'},'resource':{'type':'r','id':'1'}}",
        "{'subject':{'type':'user','id':'a'},'resource':{'type':'r'}}"
      })
  void aSearchForActionsNeedsASubjectAndAResource(String body) {
    assertThatThrownBy(() -> Asked.actionSearch(JsonText.parseObject(json(body))))
        .isInstanceOf(Invalid.class);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
