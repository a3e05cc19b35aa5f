package org.freehold.releases.approvals.internal;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The encodings of points of small order on edwards25519, without their sign. Under such a "key"
 * signatures can be made by anybody; RFC 8032 leaves it to the verifier to refuse them.
 */
final class SmallOrder {
  private static final Set<String> ENCODINGS =
      Set.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private SmallOrder() {}

  static boolean contains(byte[] encoded) {
    byte[] unsigned = encoded.clone();
    unsigned[unsigned.length - 1] &= 0x7f;
    return ENCODINGS.contains(HexFormat.of().formatHex(unsigned).toLowerCase(Locale.ROOT));
  }
}
