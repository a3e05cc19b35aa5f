package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  /** RFC 8785 §3.2.2. */
  @Test
  void writesTheSampleObjectOfTheRfc() {
    byte[] bytes =
        CanonicalJson.bytes(
            Map.of(
                "numbers",
                List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001),
                "string",
                "\u20ac$\u000F\nA'\u0042\"\\\\\"/",
                "literals",
                Arrays.asList(null, true, false)));
    assertThat(text(bytes))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assertThat(bytes).hasSize(118);
    assertThat(hex(Sha256.of(bytes)))
        .isEqualTo("2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb");
    assertThat(hex(MerkleTree.leafHash(bytes)))
        .isEqualTo("0ed354c4cd052a85b92a2bdab3936c5abac60c0dcc7417a635e067977171f777");
  }

  /** RFC 8785 §3.2.3: by UTF-16 code units, where the smiley's surrogate comes before U+FB33. */
  @Test
  void sortsNamesByCodeUnits() {
    Map<String, Object> object = new HashMap<>();
    object.put("\u20ac", 1);
    object.put("\r", 2);
    object.put("\n", 3);
    object.put("1", 4);
    object.put("\u0080", 5);
    object.put("\ud83d\ude02", 6);
    object.put("\u00f6", 7);
    object.put("\ufb33", 8);
    object.put("</script>", 9);
    object.put("", 10);
    assertThat(json(object))
        .isEqualTo(
            "{\"\":10,\"\\n\":3,\"\\r\":2,\"1\":4,\"</script>\":9,\"\u0080\":5,\"\u00f6\":7,"
                + "\"\u20ac\":1,\"\ud83d\ude02\":6,\"\ufb33\":8}");
  }

  @Test
  void writesNestedStructures() {
    Map<String, Object> inner = new HashMap<>();
    inner.put("d", true);
    inner.put("10", null);
    inner.put("1", List.of());
    assertThat(json(Map.of("a", List.of(56, inner, Map.of()))))
        .isEqualTo("{\"a\":[56,{\"1\":[],\"10\":null,\"d\":true},{}]}");
  }

  @Test
  void keepsTextAsItIs() {
    assertThat(json(Map.of("Unnormalized", "A\u030a", "control", "\u007f\u0085\u2028")))
        .isEqualTo("{\"Unnormalized\":\"A\u030a\",\"control\":\"\u007f\u0085\u2028\"}");
  }

  @Test
  void escapesEveryControlCharacterSoThatAnObjectIsALine() {
    StringBuilder controls = new StringBuilder();
    for (char unit = 0; unit < 0x20; unit++) {
      controls.append(unit);
    }
    byte[] bytes = CanonicalJson.bytes(Map.of("c", controls.toString()));
    assertThat(text(bytes))
        .contains("\\u0000\\u0001", "\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e", "\\u001f");
    for (byte single : bytes) {
      assertThat(single).isGreaterThanOrEqualTo((byte) 0x20);
    }
  }

  @Test
  void writesWholeNumbersUpToWhatEveryReaderKeeps() {
    assertThat(json(Map.of("n", List.of(0, -1, Integer.MIN_VALUE, 9007199254740991L))))
        .isEqualTo("{\"n\":[0,-1,-2147483648,9007199254740991]}");
  }

  @Test
  void writesDecimalsAsStrings() {
    assertThat(json(Map.of("n", List.of(new BigDecimal("500000.00"), new BigDecimal("1E+3")))))
        .isEqualTo("{\"n\":[\"500000.00\",\"1000\"]}");
  }

  @ParameterizedTest
  @ValueSource(longs = {9007199254740992L, -9007199254740992L, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesWholeNumbersThatOthersWouldRound(long number) {
    refuses(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d", "\ude02", "a\ud83db", "\ude02\ud83d", "\ud83d\ud83d\ude02", "ab\ud83d"})
  void refusesLoneSurrogates(String text) {
    refuses(text);
    assertThatIllegalArgumentException().isThrownBy(() -> json(Map.of(text, 1)));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void refusesWhatHasNoForm(Object value) {
    refuses(value);
  }

  static List<Object> unsupported() {
    return List.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        1.5f,
        'c',
        BigInteger.ONE,
        Instant.EPOCH,
        new byte[0],
        Map.of(1, "one"));
  }

  @Test
  void refusesEndlessNesting() {
    List<Object> self = new ArrayList<>();
    self.add(self);
    refuses(self);
  }

  private static void refuses(Object value) {
    assertThatIllegalArgumentException().isThrownBy(() -> json(Map.of("v", List.of(value))));
  }

  private static String json(Map<String, ?> object) {
    return text(CanonicalJson.bytes(object));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
