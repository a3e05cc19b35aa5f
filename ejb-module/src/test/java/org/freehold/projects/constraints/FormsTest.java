package org.freehold.projects.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import org.freehold.platform.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
  @ParameterizedTest
  @ValueSource(strings = {"company.com", "a.b.example.co", "xn--bcher-kva.example", "1and1.com"})
  void takesDomains(String value) {
    assertThat(new DomainName.Check().isValid(value, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "company",
        "Company.com",
        "-a.com",
        "a-.com",
        "a..com",
        ".com",
        "com.",
        "@company.com",
        "*.company.com",
        "a b.com",
        "10.0.0.1",
        "bücher.example"
      })
  void refusesWhatIsNoDomain(String value) {
    assertThat(new DomainName.Check().isValid(value, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/company/portal",
        "http://localhost:8080",
        "HTTPS://example.com/?a=b#c"
      })
  void takesWebAddresses(String value) {
    assertThat(new WebAddress.Check().isValid(value, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "github.com/x",
        "ftp://example.com",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://u:p@example.com",
        "https://exa mple.com",
        "git@github.com:company/portal.git"
      })
  void refusesWhatIsNoWebAddress(String value) {
    assertThat(new WebAddress.Check().isValid(value, null)).isFalse();
  }
}
