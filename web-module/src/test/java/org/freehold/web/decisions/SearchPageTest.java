package org.freehold.web.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.freehold.decisions.Found;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPageTest {
  private static final String SEARCH =
      "{'subject':{'type':'user'},'action':{'name':'read'},"
          + "'resource':{'type':'record','id':'1','properties':{'a':1,'b':[true]}}";

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2.0, 2", "200, 200", "201, 200", "1e300, 200"})
  void aLimitIsAWholeNumberAndNeverMoreThanAPageHolds(String limit, int expected) {
    assertThat(page(",'page':{'limit':" + limit + "}").limit()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "'2'", "null", "true"})
  void whatIsNoWholeNumberFromZeroOnIsRefused(String limit) {
    refused(",'page':{'limit':" + limit + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'page':7",
        "'page':{'token':7}",
        "'page':{'token':'x'}",
        "'page':{'token':'####'}",
        "'page':{'properties':[]}"
      })
  void whatIsNoPageIsRefused(String page) {
    refused("," + page);
  }

  @Test
  void withoutAnythingItIsTheFirstPage() {
    for (String more : new String[] {"", ",'page':{}", ",'page':{'token':''}"}) {
      assertThat(page(more).after()).isEmpty();
      assertThat(page(more).limit()).isEqualTo(50);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'limit':2",
        ",'properties':{'sort':'id','x':{'y':1,'z':2}}",
        ",'limit':2.0,'properties':{'x':{'z':2,'y':1},'sort':'id'}"
      })
  void theNextPageGoesOnWithWhatTheFirstSaid(String said) {
    SearchPage first = page(",'page':" + PAGE);
    SearchPage next = page(",'page':{'token':'" + token(first, "the last é") + "'" + said + "}");
    assertThat(next.after()).isEqualTo("the last é");
    assertThat(next.limit()).isEqualTo(2);
    assertThat(next).isEqualTo(new SearchPage("the last é", 2, first.digest(), first.properties()));
  }

  private static final String PAGE = "{'limit':2,'properties':{'sort':'id','x':{'y':1,'z':2}}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'limit':3",
        "'properties':{}",
        "'properties':{'sort':'id','x':{'y':1,'z':3}}",
        "'properties':{'sort':'id'}"
      })
  void anotherLimitOrOtherPropertiesAreRefused(String said) {
    refused(",'page':{'token':'" + token(page(",'page':" + PAGE), "a") + "'," + said + "}");
  }

  @Test
  void aLimitThatWasNotAskedForAtFirstIsAnother() {
    refused(",'page':{'token':'" + token(page(""), "a") + "','limit':50}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'type':'user' | 'type':'robot'",
        "'name':'read' | 'name':'write'",
        "'id':'1' | 'id':'2'",
        "'a':1 | 'a':2",
        "[true] | [true,false]",
        "'type':'user' | 'type':'user','properties':{}",
        "'type':'record' | 'type':'file'",
        "'action' | 'context':{},'action'"
      })
  void anotherRequestIsRefused(String from, String to) {
    String page = ",'page':{'token':'" + token(page(""), "a") + "'}}";
    String other = SEARCH.replace(from, to) + page;
    assertThat(other).isNotEqualTo(SEARCH + page);
    assertThatThrownBy(() -> of("subject", other)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> of("resource", SEARCH + page)).isInstanceOf(Invalid.class);
  }

  @Test
  void theSameRequestInAnotherOrderWithMembersThatNobodyKnowsIsTheSame() {
    String token = token(page(""), "a");
    String other =
        "{'page':{'token':'"
            + token
            + "'},'x':1,'resource':{'properties':{'b':[true],'a':1},'id':'1','type':'record','y':2},"
            + "'action':{'name':'read'},'subject':{'id':'ignored','type':'user'}}";
    assertThat(of("subject", other).after()).isEqualTo("a");
  }

  @Test
  void thePageComesFirstAndSaysWhetherThereIsMore() {
    SearchPage page = page("");
    String last = JsonText.of(page.answer(new Found<>(List.of("x"), null), id -> Map.of("id", id)));
    assertThat(last)
        .isEqualTo("{\"page\":{\"next_token\":\"\",\"count\":1},\"results\":[{\"id\":\"x\"}]}");
    assertThat(token(page, "")).as("more, behind nothing").isNotEmpty();
  }

  private static String token(SearchPage page, String last) {
    Map<?, ?> told = (Map<?, ?>) page.answer(new Found<>(List.of(), last), x -> null).get("page");
    return (String) told.get("next_token");
  }

  private static void refused(String more) {
    assertThatThrownBy(() -> page(more)).isInstanceOf(Invalid.class);
  }

  private static SearchPage page(String more) {
    return of("subject", SEARCH + more + "}");
  }

  private static SearchPage of(String searched, String body) {
    return SearchPage.of(searched, JsonText.parseObject(body.replace('\'', '"')));
  }
}
