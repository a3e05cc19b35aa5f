package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Es6NumberTest {

  private static final int SERIAL = 2_000;

  @ParameterizedTest
  @CsvSource({
    "4340000000000001,9007199254740994",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8d,0.000001",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "c059000000000000,-100",
    // Powers of two of which the nearest decimal of 16 digits reads back as another number.
    "3d30000000000000,5.684341886080802e-14",
    "4580000000000000,6.189700196426902e+26"
  })
  void writesAsEcmaScriptDoes(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(Es6Number.format(value)).isEqualTo(expected);
  }

  /** The published hashes of the canonical JSON project's number file, by its first lines. */
  private static final Map<Integer, String> PUBLISHED =
      Map.of(
          1000, "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687",
          10_000, "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892",
          100_000, "22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7",
          1_000_000, "49415fee2c56c77864931bd3624faad425c3c577d6d74e89a83bc725506dad16");

  static Stream<Integer> lines() {
    int longest = Boolean.getBoolean("freehold.proof") ? 1_000_000 : 10_000;
    return PUBLISHED.keySet().stream().filter(lines -> lines <= longest).sorted();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void agreesWithThePublishedFile(int lines) throws IOException {
    StringBuilder file = new StringBuilder();
    for (long bits : numbers(lines)) {
      String number = Es6Number.format(Double.longBitsToDouble(bits));
      file.append(Long.toHexString(bits)).append(',').append(number).append('\n');
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(Sha256.of(bytes))).isEqualTo(PUBLISHED.get(lines));
  }

  /**
   * The sequence of the project's numgen.js: fixed edge cases, a run of small ones, then chance.
   */
  private static List<Long> numbers(int count) throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (String line : Vectors.lines("es6-number-bits.txt")) {
      numbers.add(Long.parseUnsignedLong(line, 16));
    }
    for (int serial = 0; serial < SERIAL; serial++) {
      numbers.add(0x0010000000000000L + serial);
    }
    byte[] block = new byte[32];
    while (numbers.size() < count) {
      block = Sha256.of(block);
      ByteBuffer words = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
      while (words.hasRemaining()) {
        long bits = words.getLong();
        double value = Double.longBitsToDouble(bits);
        if (value != 0 && Double.isFinite(value)) {
          numbers.add(bits);
        }
      }
    }
    return numbers.subList(0, count);
  }
}
