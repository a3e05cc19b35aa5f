package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCatalogueTest {

  private final PermissionCatalogue catalogue =
      PermissionCatalogue.of(
          List.of(
              "projects:read",
              "projects:write",
              "projects:admin",
              "projects:export",
              "releases:read",
              "releases:approve",
              "audit:read"));

  @Test
  void numbersItsCodesInOrder() {
    assertThat(catalogue.codes()).startsWith("projects:read").endsWith("audit:read");
    assertThat(catalogue.indexOf("projects:read")).isZero();
    assertThat(catalogue.indexOf("audit:read")).isEqualTo(6);
    assertThat(catalogue.contains("audit:read")).isTrue();
    assertThat(catalogue.contains("audit:*")).isFalse();
  }

  @Test
  void adminImpliesWriteAndReadButNothingThatStandsApart() {
    assertThat(compiled("projects:admin"))
        .containsExactly("projects:read", "projects:write", "projects:admin");
    assertThat(compiled("projects:write")).containsExactly("projects:read", "projects:write");
    assertThat(compiled("projects:read")).containsExactly("projects:read");
  }

  @Test
  void anActionThatStandsApartImpliesNothing() {
    assertThat(compiled("projects:export")).containsExactly("projects:export");
    assertThat(compiled("releases:approve")).containsExactly("releases:approve");
  }

  @Test
  void anyActionOfAResourceIncludesWhatStandsApart() {
    assertThat(compiled("projects:*"))
        .containsExactly("projects:read", "projects:write", "projects:admin", "projects:export");
  }

  @Test
  void anActionOfAnyResource() {
    assertThat(compiled("*:read")).containsExactly("projects:read", "releases:read", "audit:read");
    assertThat(compiled("*:admin"))
        .containsExactly(
            "projects:read", "projects:write", "projects:admin", "releases:read", "audit:read");
    assertThat(compiled("*:approve")).containsExactly("releases:approve");
  }

  @Test
  void everythingIsEverything() {
    assertThat(compiled("*:*")).isEqualTo(catalogue.codes());
  }

  @Test
  void severalGrantsAddUp() {
    assertThat(compiled("audit:read", "releases:approve"))
        .containsExactly("releases:approve", "audit:read");
    assertThat(compiled()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "projects",
        "projects:",
        ":read",
        "projects:delete",
        "nothing:read",
        "nothing:*",
        "*:delete",
        "audit:admin",
        "*",
        "project*:read",
        "projects:read:all",
        "Projects:read"
      })
  void refusesAnUnknownGrant(String grant) {
    assertThatIllegalArgumentException().isThrownBy(() -> catalogue.compile(List.of(grant)));
  }

  @Test
  void refusesAnUnknownCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue.indexOf("projects:delete"))
        .withMessageContaining("projects:delete");
  }

  @Test
  void holdsAtMost256() {
    List<String> most = numbered(256);
    PermissionCatalogue full = PermissionCatalogue.of(most);
    assertThat(full.compile(List.of("*:*")).codes(full)).isEqualTo(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PermissionCatalogue.of(numbered(257)))
        .withMessageContaining("256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"projects", "projects:*", "*:read", "pro jects:read", "p:r:x"})
  void refusesAMalformedCode(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> PermissionCatalogue.of(List.of(code)));
  }

  @Test
  void builtInHasReadWriteAndAdminOfEveryResource() {
    PermissionCatalogue builtIn = PermissionCatalogue.builtIn();
    assertThat(builtIn.codes())
        .hasSizeGreaterThanOrEqualTo(84)
        .contains(
            "tenants:admin",
            "api_keys:write",
            "system:read",
            "database:write",
            "releases:approve",
            "releases:promote",
            "releases:rollback",
            "audit:export",
            "users:invite",
            "compliance:export",
            "privacy:export");
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(number -> "r" + number + ":read").toList();
  }

  private List<String> compiled(String... grants) {
    return catalogue.compile(List.of(grants)).codes(catalogue);
  }
}
