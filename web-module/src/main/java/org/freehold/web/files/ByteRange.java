package org.freehold.web.files;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one range of bytes that a request asks for (RFC 9110 §14.1.2).
 *
 * @param from the position of the first byte
 * @param to the position of the last
 */
record ByteRange(long from, long to) {
  private static final Pattern FORM = Pattern.compile("(?i:bytes)=\\s*([0-9]*)-([0-9]*)\\s*");

  /**
   * Empty where the whole is to be sent: no range, several, or none that is well-formed (§14.2 lets
   * a server ignore those). {@link RangeNotSatisfiable} when nothing of the content is in it.
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher range = FORM.matcher(header == null ? "" : header);
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      return Optional.of(last(number(range.group(2)), size));
    }
    long from = number(range.group(1));
    long to = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
    if (to < from) {
      return Optional.empty();
    }
    if (from >= size) {
      throw new RangeNotSatisfiable(size);
    }
    return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
  }

  private static ByteRange last(long length, long size) {
    if (length == 0 || size == 0) {
      throw new RangeNotSatisfiable(size);
    }
    return new ByteRange(Math.max(0, size - length), size - 1);
  }

  private static long number(String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  long length() {
    return to - from + 1;
  }
}
