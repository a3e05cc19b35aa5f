package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against published test vectors of MurmurHash3 x86 32-bit, and the algorithm as it is printed. */
class Murmur3Test {
  @ParameterizedTest
  @CsvSource({
    "'', 00000000, 00000000",
    "'', 00000001, 514e28b7",
    "'', ffffffff, 81f16f39",
    "'', 9747b28c, ebb6c228",
    "!Ce, 00000000, 7e4a8634",
    "!C, 00000000, a0f7b07a",
    "!, 00000000, 72661cf4",
    "aaaa, 9747b28c, 5a97808a",
    "aaa, 9747b28c, 283e0130",
    "aa, 9747b28c, 5d211726",
    "a, 9747b28c, 7fa09ea6",
    "abcd, 9747b28c, f0478627",
    "abc, 9747b28c, c84a62dd",
    "ab, 9747b28c, 74875592",
    "abc, 00000000, b3dd93fa",
    "'Hello, world!', 9747b28c, 24884cba",
    "ππππππππ, 9747b28c, d58063c1",
    "The quick brown fox jumps over the lazy dog, 9747b28c, 2fa826cd",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, 00000000, ee925b90"
  })
  void isThePublishedHash(String text, String seed, String hash) {
    assertThat(Integer.toHexString(Murmur3.hash(Integer.parseUnsignedInt(seed, 16), text)))
        .isEqualTo(Integer.toHexString(Integer.parseUnsignedInt(hash, 16)));
  }

  @Test
  void zeroBytesCount() {
    assertThat(Murmur3.hash(0, "\0")).isEqualTo(0x514e28b7);
    assertThat(Murmur3.hash(0, "\0\0")).isEqualTo(0x30f4c306);
    assertThat(Murmur3.hash(0, "\0\0\0")).isEqualTo(0x85f0b427);
    assertThat(Murmur3.hash(0, "\0\0\0\0")).isEqualTo(0x2362f9de);
    assertThat(Murmur3.hash(0x9747b28c, "a".repeat(256))).isEqualTo(0x37405bdc);
  }

  @Test
  void hashesAnyTwoTextsLikeTheirBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String first = text(random);
      String second = text(random);
      assertThat(Murmur3.hash(i, first, second))
          .as(first + second)
          .isEqualTo(plain(i, (first + second).getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Half pairs of surrogates among them. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x800));
        case 2 -> text.append((char) random.nextInt(0x10000));
        default -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
      }
    }
    return text.toString();
  }

  static int plain(int seed, byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int hash = seed;
    while (data.remaining() >= 4) {
      hash ^= Integer.rotateLeft(data.getInt() * 0xcc9e2d51, 15) * 0x1b873593;
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
    int tail = 0;
    for (int i = 0; data.hasRemaining(); i++) {
      tail |= (data.get() & 0xff) << 8 * i;
    }
    hash ^= Integer.rotateLeft(tail * 0xcc9e2d51, 15) * 0x1b873593;
    hash ^= bytes.length;
    hash = (hash ^ hash >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }
}
