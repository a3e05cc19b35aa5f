package org.freehold.engine.flags;

/** Versions as Semantic Versioning 2.0.0 writes and orders them, compared where they stand. */
final class Semver {
  private Semver() {}

  static boolean isVersion(String text) {
    int core = end(text, '-');
    int parts = 0;
    int at = 0;
    while (at <= core) {
      int stop = partEnd(text, at, core);
      if (!isNumber(text, at, stop)) {
        return false;
      }
      parts++;
      at = stop + 1;
    }
    int build = build(text);
    return parts == 3
        && (core == build || areIdentifiers(text, core + 1, build, true))
        && (build == text.length() || areIdentifiers(text, build + 1, text.length(), false));
  }

  /** By precedence (§11); of two versions. Build metadata makes no difference. */
  static int compare(String one, String other) {
    int coreOne = end(one, '-');
    int coreOther = end(other, '-');
    int order = compareParts(one, 0, coreOne, other, 0, coreOther);
    if (order != 0) {
      return order;
    }
    int buildOne = build(one);
    int buildOther = build(other);
    boolean releaseOne = coreOne == buildOne;
    boolean releaseOther = coreOther == buildOther;
    if (releaseOne || releaseOther) {
      return Boolean.compare(releaseOne, releaseOther);
    }
    return compareParts(one, coreOne + 1, buildOne, other, coreOther + 1, buildOther);
  }

  private static int compareParts(
      String one, int fromOne, int toOne, String other, int fromOther, int toOther) {
    int atOne = fromOne;
    int atOther = fromOther;
    while (atOne <= toOne && atOther <= toOther) {
      int stopOne = partEnd(one, atOne, toOne);
      int stopOther = partEnd(other, atOther, toOther);
      int order = comparePart(one, atOne, stopOne, other, atOther, stopOther);
      if (order != 0) {
        return order;
      }
      atOne = stopOne + 1;
      atOther = stopOther + 1;
    }
    return Boolean.compare(atOne <= toOne, atOther <= toOther);
  }

  private static int comparePart(
      String one, int fromOne, int toOne, String other, int fromOther, int toOther) {
    boolean number = areDigits(one, fromOne, toOne);
    if (number != areDigits(other, fromOther, toOther)) {
      return number ? -1 : 1;
    }
    int lengths = Integer.compare(toOne - fromOne, toOther - fromOther);
    if (number && lengths != 0) {
      return lengths;
    }
    int shorter = Math.min(toOne - fromOne, toOther - fromOther);
    for (int i = 0; i < shorter; i++) {
      int order = Character.compare(one.charAt(fromOne + i), other.charAt(fromOther + i));
      if (order != 0) {
        return order;
      }
    }
    return lengths;
  }

  /** Where the part before that character ends, which counts only before build metadata. */
  private static int end(String text, char first) {
    int build = build(text);
    int end = text.indexOf(first);
    return end < 0 || end > build ? build : end;
  }

  private static int build(String text) {
    int plus = text.indexOf('+');
    return plus < 0 ? text.length() : plus;
  }

  private static int partEnd(String text, int from, int to) {
    int dot = text.indexOf('.', from);
    return dot < 0 || dot > to ? to : dot;
  }

  private static boolean isNumber(String text, int from, int to) {
    return areDigits(text, from, to) && (to - from == 1 || text.charAt(from) != '0');
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static boolean areIdentifiers(String text, int from, int to, boolean ordered) {
    int at = from;
    while (at <= to) {
      int stop = partEnd(text, at, to);
      if (!isIdentifier(text, at, stop)
          || ordered && areDigits(text, at, stop) && !isNumber(text, at, stop)) {
        return false;
      }
      at = stop + 1;
    }
    return true;
  }

  private static boolean isIdentifier(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean known =
          c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-';
      if (!known) {
        return false;
      }
    }
    return from < to;
  }
}
