package org.freehold.releases.approvals.internal;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;

/** The curve P-256 (FIPS 186-5, SP 800-186 §3.2.1.3): is a key on it, and not beside it. */
final class P256 {
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final int BYTES = 32;

  private P256() {}

  static boolean holds(ECPublicKey key) {
    ECParameterSpec curve = key.getParams();
    boolean same =
        ORDER.equals(curve.getOrder())
            && B.equals(curve.getCurve().getB())
            && P.subtract(THREE).equals(curve.getCurve().getA());
    return same && onCurve(key.getW());
  }

  private static boolean onCurve(ECPoint point) {
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    if (point.equals(ECPoint.POINT_INFINITY) || outside(x) || outside(y)) {
      return false;
    }
    BigInteger right = x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
    return y.pow(2).mod(P).equals(right);
  }

  private static boolean outside(BigInteger number) {
    return number.signum() < 0 || number.compareTo(P) >= 0;
  }

  static String coordinate(BigInteger number) {
    byte[] fixed = new byte[BYTES];
    byte[] bytes = number.toByteArray();
    int from = Math.max(0, bytes.length - BYTES);
    System.arraycopy(bytes, from, fixed, BYTES - (bytes.length - from), bytes.length - from);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
