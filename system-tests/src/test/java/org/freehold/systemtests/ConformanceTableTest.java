package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of what the standard says and what proves it true. */
class ConformanceTableTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SERVER = Path.of("src/test/java/org/freehold/systemtests");
  private static final Path PARSING =
      ROOT.resolve("web-module/src/test/java/org/freehold/web/decisions");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
  private static final Pattern TEST = Pattern.compile("(?m)^  (?:static AuthZen|void) (\\w+)\\(");

  @Test
  void everyTestOfTheTableIsThere() throws IOException {
    String table = Files.readString(ROOT.resolve("docs/api/authzen-conformance.md"));
    Set<String> named = new TreeSet<>();
    Matcher matcher = NAMED.matcher(table);
    while (matcher.find()) {
      named.add(matcher.group(1) + "." + matcher.group(2));
    }
    Set<String> there = new TreeSet<>(testsIn(SERVER, "AuthZen"));
    there.addAll(testsIn(PARSING, ""));
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(there).containsAll(named);
    for (String section : new String[] {"5.", "6.", "7.", "8.", "9.", "10.", "11."}) {
      assertThat(table).contains("\n| " + section);
    }
  }

  private static Set<String> testsIn(Path folder, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .flatMap(ConformanceTableTest::tests)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> tests(Path file) {
    String type = file.getFileName().toString().replace(".java", "");
    try {
      return TEST.matcher(Files.readString(file)).results().map(r -> type + "." + r.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
