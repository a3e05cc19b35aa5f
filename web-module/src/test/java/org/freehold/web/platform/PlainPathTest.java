package org.freehold.web.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.freehold.platform.Invalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
  static Stream<String> detours() {
    return Stream.concat(AdmittedCalls.FREE.stream(), MeteredCalls.FREE.stream())
        .flatMap(
            free ->
                Stream.of("..", "../..", ".", "%2e%2e", "%2E.", "%252e%252e", "..;a=b", "..%2f", "")
                    .map(detour -> free + "/" + detour + "/api/projects"));
  }

  @ParameterizedTest
  @MethodSource("detours")
  void noDetourLeadsFromWhatIsFree(String path) {
    assertThatThrownBy(() -> PlainPath.require(path)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/health/..", "/api/.", "//api/projects", "/api\\projects", "/a%5cb", "/a;b"})
  void nothingIsReadInTwoWays(String path) {
    assertThatThrownBy(() -> PlainPath.require(path)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/admin/",
        "/.well-known/jwks.json",
        "/api/access/things/doc/a...b",
        "/api/a%20b%3Fc",
        "/api/access/things/doc/100%25",
        "/t/acme/api/projects",
        "/api/access/things/x/..a"
      })
  void everythingElseIs(String path) {
    assertThatCode(() -> PlainPath.require(path)).doesNotThrowAnyException();
  }
}
