package org.freehold.domains.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freehold.platform.Invalid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNamesTest {
  private final DomainNames names = new DomainNames();

  @BeforeEach
  void anInstallation() {
    names.settings = new DomainSettings();
    names.settings.baseDomain = "freehold.example";
    names.settings.publicUrl = "https://app.vendor.example:8443";
  }

  @ParameterizedTest
  @CsvSource({
    "Portal.TechCorp.Example, portal.techcorp.example",
    "portal.techcorp.example., portal.techcorp.example",
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER。example, xn--bcher-kva.example",
    "1.example, 1.example",
    "vendor.example, vendor.example",
    "notfreehold.example, notfreehold.example"
  })
  void bringsANameIntoTheFormThatDnsKnows(String wished, String kept) {
    assertThat(names.normalized(wished)).isEqualTo(kept);
    assertThat(names.normalized(kept)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "straße.example",
        "STRAẞE.example",
        "βόλος.example",
        "a\u200Cb.example",
        "a\u200Db.example"
      })
  void refusesWhatOldAndNewProgramsTakeForDifferentNames(String wished) {
    assertThat(refusal(wished)).isEqualTo("ambiguous");
    assertThat(names.normalized("xn--strae-oqa.example")).isEqualTo("xn--strae-oqa.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example",
        "127.0.0.1",
        "::1",
        "a..example",
        ".example.com",
        "a_b.example",
        "*.example.com",
        "-a.example",
        "a-.example",
        "portal.example:443",
        "https://portal.example",
        "a b.example",
        "example.123"
      })
  void refusesWhatIsNoDomain(String wished) {
    assertThat(refusal(wished)).isEqualTo("format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "freehold.example",
        "shop.FREEHOLD.example",
        "app.vendor.example",
        "a.app.vendor.example"
      })
  void refusesTheInstallationsOwnNames(String wished) {
    assertThat(refusal(wished)).isEqualTo("reserved");
  }

  @Test
  void leavesRoomForTheLabelOfTheChallenge() {
    String label = "a".repeat(62) + ".";
    String longest = label.repeat(3) + "a".repeat(233 - 3 * 63 - 8) + ".example";
    assertThat(longest).hasSize(233);
    assertThat(names.normalized(longest)).isEqualTo(longest);
    assertThat(refusal("b" + longest)).isEqualTo("format");
  }

  @Test
  void anInstallationAtAnAddressHasItsBaseDomainOnly() {
    names.settings.publicUrl = "http://127.0.0.1:8080";
    assertThat(names.normalized("app.vendor.example")).isEqualTo("app.vendor.example");
    assertThat(refusal("a.freehold.example")).isEqualTo("reserved");
  }

  private String refusal(String wished) {
    String[] code = new String[1];
    assertThatThrownBy(() -> names.normalized(wished))
        .isInstanceOfSatisfying(Invalid.class, e -> code[0] = e.faults().get(0).code());
    return code[0];
  }
}
