package org.freehold.web.decisions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.freehold.decisions.Question;
import org.freehold.decisions.Semantic;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static final String WHOLE =
      "'subject':{'type':'user','id':'a'},'action':{'name':'read'},'resource':{'type':'r','id':'1'}";

  @Test
  void anItemTakesWhatItDoesNotSayFromTheRequestAndAnEntityWhole() {
    Batch batch =
        of(
            "{'subject':{'type':'user','id':'a','properties':{'role':'admin'}},"
                + "'action':{'name':'read'},'context':{'k':'v'},'evaluations':["
                + "{'resource':{'type':'r','id':'1'}},"
                + "{'resource':{'type':'r','id':'2'},'subject':{'type':'user','id':'b'}},"
                + "{'action':{'name':'write'}}],"
                + "'options':{'evaluations_semantic':'deny_on_first_deny'}}");
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
    assertThat(of("{" + WHOLE + "}")).isNull();
    assertThat(of("{'evaluations':[],'options':{'evaluations_semantic':7}}")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | EXECUTE_ALL",
        ",'options':{} | EXECUTE_ALL",
        ",'options':{'another_option':'value'} | EXECUTE_ALL",
        ",'options':{'evaluations_semantic':'execute_all'} | EXECUTE_ALL",
        ",'options':{'evaluations_semantic':'deny_on_first_deny'} | DENY_ON_FIRST_DENY",
        ",'options':{'evaluations_semantic':'permit_on_first_permit'} | PERMIT_ON_FIRST_PERMIT"
      })
  void theSemanticIsExecuteAllUnlessAnotherIsNamed(String options, Semantic expected) {
    Batch batch = of("{" + WHOLE + ",'evaluations':[{}]" + options + "}");
    assertThat(batch.semantic()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'evaluations':7",
        "'evaluations':{}",
        "'evaluations':null",
        "'evaluations':[{}],'options':[]",
        "'evaluations':[{}],'options':{'evaluations_semantic':'EXECUTE_ALL'}",
        "'evaluations':[{}],'options':{'evaluations_semantic':'first'}",
        "'evaluations':[{}],'options':{'evaluations_semantic':['execute_all']}"
      })
  void whatIsNoBatchIsRefused(String members) {
    assertThatThrownBy(() -> of("{" + WHOLE + "," + members + "}")).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'subject':'alice'",
        "'subject':{'type':'user'}",
        "'resource':{'id':'1'}",
        "'action':{}",
        "'action':{'name':'read','properties':7}",
        "'context':[]"
      })
  void aDefaultThatIsWrongIsRefusedAlthoughNoItemTakesIt(String wrong) {
    assertThatThrownBy(() -> of("{" + wrong + ",'evaluations':[{" + WHOLE + ",'context':{}}]}"))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void whatIsWrongInAnItemIsSaidThere() {
    Batch batch =
        of("{" + WHOLE + ",'evaluations':[{},7,{'subject':{'type':'user'}},{'action':{}}]}");
    assertThat(batch.items().get(0).fault()).isNull();
    for (int i = 1; i < 4; i++) {
      assertThat(batch.items().get(i).question()).isNull();
      assertThat(batch.items().get(i).fault()).isNotNull();
    }
  }

  @Test
  void itHasAnEnd() {
    String one = "{" + WHOLE + ",'evaluations':[{}" + ",{}".repeat(Batch.MOST - 1) + "%s]}";
    assertThat(of(one.formatted("")).items()).hasSize(Batch.MOST);
    assertThatThrownBy(() -> of(one.formatted(",{}"))).isInstanceOf(Invalid.class);
  }

  @Test
  void whatManyItemsTakeIsThereOnce() {
    Batch batch =
        of(
            "{'subject':{'type':'user','id':'a','properties':{'p':'v'}},'action':{'name':'read',"
                + "'properties':{'p':'v'}},'resource':{'type':'r','id':'1','properties':{'p':'v'}},"
                + "'context':{'p':'v'},'evaluations':[{},{}]}");
    Question first = batch.items().get(0).question();
    Question second = batch.items().get(1).question();
    assertThat(second.subject()).isSameAs(first.subject());
    assertThat(second.actionProperties()).isSameAs(first.actionProperties());
    assertThat(second.resource()).isSameAs(first.resource());
    assertThat(second.context()).isSameAs(first.context());
  }

  @Test
  void propertiesAndContextHaveAnEnd() {
    String member = IntStream.range(0, 100).mapToObj(i -> "'p" + i + "':1").collect(joining(","));
    for (String place :
        new String[] {
          "'context':{%s}",
          "'subject':{'type':'user','id':'a','properties':{%s}}",
          "'resource':{'type':'r','id':'1','properties':{%s}}",
          "'action':{'name':'read','properties':{%s}}"
        }) {
      assertThat(fault(place.formatted(member))).isNull();
      assertThat(fault(place.formatted(member + ",'more':1"))).isNotNull();
      assertThat(fault(place.formatted("'p':'" + "x".repeat(10_000) + "'"))).isNull();
      assertThat(fault(place.formatted("'p':'" + "x".repeat(10_001) + "'"))).isNotNull();
    }
  }

  private static Invalid fault(String member) {
    return of("{" + WHOLE + ",'evaluations':[{" + member + "}]}").items().get(0).fault();
  }

  private static Batch of(String body) {
    return Batch.of(JsonText.parseObject(body.replace('\'', '"')));
  }
}
