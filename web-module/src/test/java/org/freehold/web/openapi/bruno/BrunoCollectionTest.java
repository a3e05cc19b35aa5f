package org.freehold.web.openapi.bruno;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrunoCollectionTest {
  private static final Path FOLDER = Path.of("..", "docs", "api", "bruno");
  private static final String WRITE =
      "mvn -o test -pl web-module -Dtest=BrunoCollectionTest -Dfreehold.bruno.write=true";

  private static JsonNode document;
  private static Map<String, String> made;

  @BeforeAll
  static void make() throws IOException {
    document =
        JsonMapper.builder()
            .build()
            .readTree(Path.of("target", "classes", "META-INF", "openapi.json").toFile());
    made = BrunoCollection.of(document);
    if (Boolean.getBoolean("freehold.bruno.write")) {
      write();
    }
  }

  private static void write() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> all = Files.walk(FOLDER)) {
        for (Path old : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(old);
        }
      }
    }
    for (Map.Entry<String, String> file : made.entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @Test
  void theCollectionIsWhatTheDocumentSays() throws IOException {
    Map<String, String> checkedIn = new TreeMap<>();
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        checkedIn.put(
            FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }

    assertThat(checkedIn.keySet()).as("To write it again: " + WRITE).isEqualTo(made.keySet());
    made.forEach(
        (name, text) ->
            assertThat(checkedIn.get(name))
                .as("%s. To write it again: %s", name, WRITE)
                .isEqualTo(text));
  }

  @Test
  void everyOperationIsARequestInTheFolderOfItsArea() {
    Set<String> wanted = new TreeSet<>();
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation ->
                        wanted.add(
                            operation.path("tags").path(0).asText()
                                + "/"
                                + operation.path("operationId").asText()
                                + ".bru")));
    Set<String> requests =
        made.keySet().stream()
            .filter(name -> name.matches(".+/.+[.]bru"))
            .filter(name -> !name.endsWith("/folder.bru") && !name.startsWith("environments/"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(requests).isNotEmpty().isEqualTo(wanted);
  }

  @Test
  void everyVariableIsGivenByTheEnvironmentOrByARequest() {
    Set<String> given = new TreeSet<>(Set.of("$guid"));
    found("^  ([a-z_]+)(?::.*)?$", made.get("environments/Local.bru"), given);
    made.values().forEach(text -> found("bru[.]setVar\\(\"([a-z_]+)\"", text, given));
    Set<String> used = new TreeSet<>();
    made.values().forEach(text -> found("\\{\\{([^}]+)}}", text, used));

    used.removeAll(given);
    assertThat(used).isEmpty();
  }

  private static void found(String pattern, String text, Set<String> into) {
    Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .forEach(into::add);
  }

  @Test
  void everyBodyIsJsonWithoutIdsThatAreOnNoServer() throws IOException {
    List<String> bodies = new ArrayList<>();
    for (String text : made.values()) {
      Pattern.compile("^body:json \\{\n(.*?)\n}$", Pattern.MULTILINE | Pattern.DOTALL)
          .matcher(text)
          .results()
          .forEach(result -> bodies.add(result.group(1)));
    }

    assertThat(bodies).hasSizeGreaterThan(15);
    for (String body : bodies) {
      assertThat(JsonMapper.builder().build().readTree(body).isObject()).as(body).isTrue();
      assertThat(body).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");
    }
  }

  @Test
  void noPasswordAndNoTokenIsInAnyFile() {
    assertThat(made.get("environments/Local.bru"))
        .contains("vars:secret [\n  password\n]")
        .doesNotContain("password:");
    assertThat(made.get("Sign-in/authLogin.bru"))
        .contains("\"password\" : \"{{password}}\"")
        .contains("bru.setVar(\"access_token\", res.getBody().access_token);");
    assertThat(made.values()).noneMatch(text -> text.contains("token: ey"));
  }
}
