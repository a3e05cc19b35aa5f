package org.freehold.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossOriginTest {
  private static final String PAGE = "https://app.example";
  private static final String FLAGS = "/ofrep/v1/evaluate/flags";

  private final Map<String, String> answered = new HashMap<>();

  private boolean asked(String origins, String path, String method, String... headers) {
    Map<String, String> sent = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      sent.put(headers[i], headers[i + 1]);
    }
    HttpServletRequest request =
        stub(
            HttpServletRequest.class,
            (name, arguments) ->
                name.equals("getMethod") ? method : sent.get((String) arguments[0]));
    HttpServletResponse response =
        stub(
            HttpServletResponse.class,
            (name, arguments) ->
                answered.put(
                    name.equals("setStatus") ? "status" : (String) arguments[0],
                    String.valueOf(arguments[arguments.length - 1])));
    return new CrossOrigin(origins).answers(path, request, response);
  }

  private interface Called {
    Object with(String name, Object... arguments);
  }

  private static <T> T stub(Class<T> type, Called called) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object told = called.with(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : told;
            }));
  }

  private boolean preflight(String origins, String path) {
    return asked(origins, path, "OPTIONS", "Origin", PAGE, "Access-Control-Request-Method", "POST");
  }

  @Test
  void nobodyMayUnlessTheOperatorSaysSo() {
    assertThat(preflight("none", FLAGS)).isFalse();
    assertThat(answered).isEmpty();
  }

  @Test
  void thoseThatAreNamedMayAskForFlagsOnly() {
    String origins = "https://other.example, " + PAGE;
    assertThat(preflight(origins, "/api/projects")).isFalse();
    assertThat(answered).isEmpty();
    assertThat(preflight("https://other.example", FLAGS)).isFalse();
    assertThat(answered).containsOnlyKeys("Vary");
    assertThat(preflight(origins, FLAGS)).isTrue();
    assertThat(answered)
        .containsEntry("status", "204")
        .containsEntry("Access-Control-Allow-Origin", PAGE)
        .containsEntry("Access-Control-Allow-Methods", "POST");
    assertThat(preflight("*", "/api/flag-events")).isTrue();
    assertThat(answered).containsEntry("Access-Control-Allow-Methods", "GET");
  }

  @Test
  void aCallItselfGoesOnAndItsAnswerMayBeRead() {
    assertThat(asked(PAGE, FLAGS, "POST", "Origin", PAGE)).isFalse();
    assertThat(answered)
        .containsEntry("Access-Control-Allow-Origin", PAGE)
        .doesNotContainKey("status");
    answered.clear();
    assertThat(asked(PAGE, FLAGS, "POST")).isFalse();
    assertThat(answered).containsOnlyKeys("Vary");
  }
}
