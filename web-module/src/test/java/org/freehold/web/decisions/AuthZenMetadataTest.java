package org.freehold.web.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthZenMetadataTest {
  @ParameterizedTest
  @CsvSource({
    "https://pdp.example.com, '', https://pdp.example.com",
    "https://pdp.example.com/, '', https://pdp.example.com",
    "https://pdp.example.com, /t/techcorp, https://pdp.example.com/t/techcorp",
    "https://example.com:8443/freehold, /freehold, https://example.com:8443/freehold",
    "https://example.com/freehold, /freehold/t/a-b, https://example.com/freehold/t/a-b"
  })
  void tellsThePointThatWasAskedWith(String publicUrl, String path, String point) {
    Map<String, Object> metadata = AuthZenMetadataServlet.metadata(publicUrl, path).orElseThrow();
    assertThat(metadata)
        .isEqualTo(
            Map.of(
                "policy_decision_point", point,
                "access_evaluation_endpoint", point + "/access/v1/evaluation",
                "access_evaluations_endpoint", point + "/access/v1/evaluations",
                "search_subject_endpoint", point + "/access/v1/search/subject",
                "search_resource_endpoint", point + "/access/v1/search/resource",
                "search_action_endpoint", point + "/access/v1/search/action"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://pdp.example.com, /",
    "https://pdp.example.com, /tenant1",
    "https://pdp.example.com, /t/",
    "https://pdp.example.com, /t/techcorp/",
    "https://pdp.example.com, /t/UPPER",
    "https://example.com/freehold, ''",
    "https://example.com/freehold, /t/techcorp"
  })
  void tellsNothingOfAnotherPoint(String publicUrl, String path) {
    assertThat(AuthZenMetadataServlet.metadata(publicUrl, path)).isEmpty();
  }

  @Test
  void hasNoParameterWithoutAValue() {
    assertThat(AuthZenMetadataServlet.metadata("https://a.example", "").orElseThrow().values())
        .doesNotContainNull()
        .doesNotContain("");
  }
}
