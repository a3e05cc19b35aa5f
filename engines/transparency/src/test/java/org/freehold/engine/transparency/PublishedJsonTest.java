package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that the authors of RFC 8785 publish, read and written again. */
class PublishedJsonTest {
  static Stream<List<String>> files() throws IOException {
    try (InputStream file = PublishedJsonTest.class.getResourceAsStream("jcs-files.tsv")) {
      // At 0x0A only: the files hold other characters that end lines for some readers.
      return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t")))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isWrittenAsPublished(List<String> file) {
    Object value = Json.object("{\"file\":" + file.get(1) + "}").get("file");
    assertThat(new String(CanonicalJson.valueBytes(binary(value)), StandardCharsets.UTF_8))
        .as(file.get(0))
        .isEqualTo(file.get(2));
  }

  /** Numbers as the RFC has them: of double precision. */
  private static Object binary(Object value) {
    if (value instanceof BigDecimal number) {
      return number.doubleValue();
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(binary(element)));
      return elements;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new HashMap<>();
      map.forEach((name, member) -> members.put((String) name, binary(member)));
      return members;
    }
    return value;
  }
}
