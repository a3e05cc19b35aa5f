package org.freehold.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsPageTest {
  private static final Path FILES = Path.of("src", "main", "webapp");
  private static final List<String> UNPACKED = List.of("swagger-ui.css", "swagger-ui-bundle.js");

  private static String page() throws IOException {
    try (InputStream in = DocsResource.class.getResourceAsStream("docs.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void thePageHasNothingThatTheContentSecurityPolicyForbids() throws IOException {
    assertThat(page())
        .doesNotContainPattern("<style|style=|\\son[a-z]+=|javascript:|https?://")
        .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
  }

  @Test
  void everyFileThatThePageLoadsIsThere() throws IOException {
    List<String> files =
        Pattern.compile("(?:src|href)=\"/api-docs/([^\"]+)\"")
            .matcher(page())
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();

    assertThat(files)
        .hasSize(4)
        .allMatch(
            file -> UNPACKED.contains(file) || Files.exists(FILES.resolve("api-docs/" + file)));
  }

  @Test
  void theScriptsComeAfterTheElementThatTheyFill() throws IOException {
    assertThat(page().indexOf("<script")).isGreaterThan(page().indexOf("id=\"api\""));
  }
}
