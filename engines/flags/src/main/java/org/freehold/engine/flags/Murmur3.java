package org.freehold.engine.flags;

/**
 * MurmurHash3 in its 32-bit form for x86 (Austin Appleby, public domain), of the UTF-8 bytes of
 * texts, without making these.
 */
final class Murmur3 {
  private static final int C1 = 0xcc9e2d51;
  private static final int C2 = 0x1b873593;

  private Murmur3() {}

  static int hash(int seed, String text) {
    return hash(seed, text, "");
  }

  /** Of both texts as if they were one. */
  static int hash(int seed, String first, String second) {
    int split = first.length();
    int end = split + second.length();
    int hash = seed;
    long block = 0;
    int filled = 0;
    int bytes = 0;
    int at = 0;
    while (at < end) {
      int code = codePoint(first, second, split, end, at);
      at += Character.charCount(code);
      int width = width(code);
      block |= utf8(code, width) << filled;
      filled += width * 8;
      bytes += width;
      if (filled >= 32) {
        hash = Integer.rotateLeft(hash ^ scrambled((int) block), 13) * 5 + 0xe6546b64;
        block >>>= 32;
        filled -= 32;
      }
    }
    return finished(hash ^ scrambled((int) block) ^ bytes);
  }

  private static int codePoint(String first, String second, int split, int end, int at) {
    char high = charAt(first, second, split, at);
    if (Character.isHighSurrogate(high) && at + 1 < end) {
      char low = charAt(first, second, split, at + 1);
      if (Character.isLowSurrogate(low)) {
        return Character.toCodePoint(high, low);
      }
    }
    // As String.getBytes has it.
    return Character.isSurrogate(high) ? '?' : high;
  }

  private static char charAt(String first, String second, int split, int at) {
    return at < split ? first.charAt(at) : second.charAt(at - split);
  }

  private static int width(int code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  /** The bytes, the first of them lowest. */
  private static long utf8(int code, int width) {
    long last = 0x80 | code & 0x3f;
    return switch (width) {
      case 1 -> code;
      case 2 -> 0xc0 | code >> 6 | last << 8;
      case 3 -> 0xe0 | code >> 12 | (0x80L | code >> 6 & 0x3f) << 8 | last << 16;
      default ->
          0xf0
              | code >> 18
              | (0x80L | code >> 12 & 0x3f) << 8
              | (0x80L | code >> 6 & 0x3f) << 16
              | last << 24;
    };
  }

  private static int scrambled(int block) {
    return Integer.rotateLeft(block * C1, 15) * C2;
  }

  private static int finished(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
