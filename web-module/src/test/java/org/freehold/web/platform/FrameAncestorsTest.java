package org.freehold.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAncestorsTest {
  @Test
  void onlyThePortalIsFramedAndOnlyByThoseWhoAreNamed() {
    FrameAncestors named = new FrameAncestors("https://app.example, https://*.example.org:8443");
    assertThat(named.of("/portal")).isEqualTo("https://app.example https://*.example.org:8443");
    assertThat(named.of("/portal/webhooks")).isNotNull();
    for (String other : new String[] {"/portals", "/admin/", "/api/webhooks/endpoints", "/"}) {
      assertThat(named.of(other)).as(other).isNull();
    }
    assertThat(new FrameAncestors("none").of("/portal/")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*",
        "https://app.example:*:*",
        "app.example",
        "https://app.example/",
        "https://app.example; script-src *",
        "https://app.example 'self'",
        "javascript:"
      })
  void whatIsNoOriginStopsTheServer(String configured) {
    assertThatThrownBy(() -> new FrameAncestors(configured))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("portal-frame-ancestors");
  }
}
