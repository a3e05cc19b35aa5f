package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardIT {
  private final Api browser = Fixtures.nobody();

  @ParameterizedTest
  @ValueSource(strings = {"", "dashboard.js", "dashboard.css", "icon.svg"})
  void aFileIsAskedForEachTimeAndSentWhenItHasChanged(String file) {
    Answer first = browser.get("/admin/" + file).is(200);
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    String tag = first.header("ETag");

    Answer again = browser.with("If-None-Match", tag).get("/admin/" + file).is(304);
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.response().body()).isEmpty();
    browser.with("If-None-Match", "\"other\", W/" + tag).get("/admin/" + file).is(304);
    browser.with("If-None-Match", "\"other\"").get("/admin/" + file).is(200);
  }

  @Test
  void theZippedFormHasATagOfItsOwn() {
    Answer plain = browser.get("/admin/dashboard.js").is(200);
    Answer zipped = browser.with("Accept-Encoding", "gzip").get("/admin/dashboard.js").is(200);

    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
    browser
        .with("Accept-Encoding", "gzip")
        .with("If-None-Match", plain.header("ETag"))
        .get("/admin/dashboard.js")
        .is(200);
  }

  @Test
  void everyAddressBelowItOpensIt() {
    Answer page = browser.get("/admin/projects/17/edit").is(200);

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("ETag")).isEqualTo(browser.get("/admin/").is(200).header("ETag"));
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'")
        .contains("style-src 'self'");
  }
}
