package org.freehold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of settings to the code: every key that is read is in it, and no other. */
class ConfigurationDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/operations/configuration.md");
  private static final Pattern READ =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"(freehold[^\"]+)\"");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(freehold\\.[^`]+)` \\| `([A-Z0-9_]+)` \\|", Pattern.MULTILINE);

  @Test
  void namesEverySettingThatIsReadAndNoOther() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String module : List.of("../ejb-module", "../web-module", "../batch-jobs")) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher matcher = READ.matcher(Files.readString(file));
          while (matcher.find()) {
            read.add(matcher.group(1));
          }
        }
      }
    }
    Set<String> documented = new TreeSet<>();
    Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
    while (rows.find()) {
      documented.add(rows.group(1));
    }
    assertThat(documented).isEqualTo(read).hasSizeGreaterThan(15);
  }

  @Test
  void namesTheEnvironmentVariableOfEachAsMicroProfileConfigDoes() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
    while (rows.find()) {
      String variable = rows.group(1).replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
      assertThat(rows.group(2)).isEqualTo(variable);
    }
  }
}
