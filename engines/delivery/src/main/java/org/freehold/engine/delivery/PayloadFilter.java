package org.freehold.engine.delivery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A condition on one field of a message's body. Bodies are trees of maps, lists, texts, decimals,
 * booleans and null. Total: whatever the body is, it holds or it does not, in time that is bounded
 * by the length of the filter and of the values that it compares.
 *
 * @param path names of members from the outermost on, with full stops between; digits take an
 *     element of a list
 * @param value a text, decimal, boolean or null, or a list of those, as the operation needs
 */
public record PayloadFilter(String path, Operation operation, Object value) {
  /** How many a list of values may have. */
  public static final int MOST_VALUES = 100;

  private static final int LONGEST_TEXT = 1000;
  private static final int DIGITS = 40;
  private static final Object ABSENT = new Object();
  private static final Pattern PATH =
      Pattern.compile("(type|timestamp|data)(\\.[A-Za-z0-9_$-]{1,100}){0,9}");

  /** How the field is compared with the value. */
  public enum Operation {
    EQ,
    /** Also of a field that is not there. */
    NE,
    /** Equals one of a list. */
    IN,
    /** The value says whether the field is to be there; with null it is; a null is there. */
    EXISTS,
    PREFIX,
    /** Decimals by their size, texts by their characters: so times of ISO 8601 in their order. */
    GT,
    LT
  }

  /** An IllegalArgumentException that says in words what is wrong. */
  public PayloadFilter {
    if (!isPath(path)) {
      throw new IllegalArgumentException(
          "A path is type, timestamp or data with names after it, as data.priority.");
    }
    String wrong = wrong(operation, value);
    if (wrong != null) {
      throw new IllegalArgumentException(wrong);
    }
    value = value instanceof List<?> list ? List.copyOf(list) : value;
  }

  public static boolean isPath(String path) {
    return path.length() <= 200 && PATH.matcher(path).matches();
  }

  public boolean matches(Map<String, ?> body) {
    Object found = find(body);
    return switch (operation) {
      case EQ -> same(found, value);
      case NE -> !same(found, value);
      case IN -> ((List<?>) value).stream().anyMatch(one -> same(found, one));
      case EXISTS -> (found != ABSENT) != Boolean.FALSE.equals(value);
      case PREFIX -> found instanceof String text && text.startsWith((String) value);
      case GT -> order(found, value) > 0;
      case LT -> order(found, value) < 0;
    };
  }

  private Object find(Object body) {
    Object current = body;
    for (String name : path.split("\\.")) {
      if (current instanceof Map<?, ?> map && map.containsKey(name)) {
        current = map.get(name);
      } else if (current instanceof List<?> list && isIndex(name, list)) {
        current = list.get(Integer.parseInt(name));
      } else {
        return ABSENT;
      }
    }
    return current;
  }

  private static boolean isIndex(String name, List<?> list) {
    return name.length() <= 6
        && name.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(name) < list.size();
  }

  private static boolean same(Object found, Object wanted) {
    if (found == null || wanted == null) {
      return found == wanted;
    }
    return wanted instanceof BigDecimal || found instanceof BigDecimal
        ? comparable(found, wanted) && order(found, wanted) == 0
        : found.equals(wanted);
  }

  /** Zero also for what cannot be compared: neither more nor less. */
  private static int order(Object found, Object wanted) {
    if (found instanceof String text && wanted instanceof String other) {
      return text.compareTo(other);
    }
    return comparable(found, wanted) ? ((BigDecimal) found).compareTo((BigDecimal) wanted) : 0;
  }

  /** To compare 1e999999999 with 10 would write out its zeros. */
  private static boolean comparable(Object found, Object wanted) {
    return isShort(found) && isShort(wanted);
  }

  private static boolean isShort(Object value) {
    return value instanceof BigDecimal number
        && number.precision() <= DIGITS
        && Math.abs((long) number.scale()) <= DIGITS;
  }

  private static String wrong(Operation operation, Object value) {
    return switch (operation) {
      case EQ, NE ->
          isScalar(value) ? null : "The value must be a short text, a number, true, false or null.";
      case IN -> wrongList(value);
      case EXISTS ->
          value == null || value instanceof Boolean ? null : "The value must be true or false.";
      case PREFIX -> isText(value) ? null : "The value must be a short text.";
      case GT, LT ->
          isText(value) || isShort(value) ? null : "The value must be a number or a short text.";
    };
  }

  private static String wrongList(Object value) {
    boolean fits =
        value instanceof List<?> list
            && !list.isEmpty()
            && list.size() <= MOST_VALUES
            && list.stream().allMatch(one -> one != null && isScalar(one));
    return fits
        ? null
        : "The value must be a list of 1 to " + MOST_VALUES + " short texts, numbers or booleans.";
  }

  private static boolean isScalar(Object value) {
    return value == null || value instanceof Boolean || isText(value) || isShort(value);
  }

  private static boolean isText(Object value) {
    return value instanceof String text && text.length() <= LONGEST_TEXT;
  }
}
