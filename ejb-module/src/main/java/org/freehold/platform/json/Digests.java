package org.freehold.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.transparency.CanonicalJson;

/** SHA-256, over canonical JSON (RFC 8785) too, so that others come to the same digest. */
public final class Digests {
  private Digests() {}

  /**
   * {@code sha256:} and 64 hexadecimal digits; an IllegalArgumentException for what has no
   * canonical form: numbers that JSON readers would round, halves of surrogate pairs.
   */
  public static String of(JsonObject object) {
    return "sha256:" + HexFormat.of().formatHex(sha256(CanonicalJson.bytes(map(object))));
  }

  /** Of the record as it is on the wire. */
  public static String of(Record value) {
    return of(JsonText.toObject(value));
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Map<String, Object> map(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.forEach((name, value) -> map.put(name, plain(value)));
    return map;
  }

  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> number(((JsonNumber) value).bigDecimalValue());
      case ARRAY -> list((JsonArray) value);
      case OBJECT -> map(value.asJsonObject());
    };
  }

  /** With nulls, which other lists do not take. */
  private static List<Object> list(JsonArray array) {
    List<Object> list = new ArrayList<>(array.size());
    array.forEach(value -> list.add(plain(value)));
    return list;
  }

  private static Object number(BigDecimal number) {
    if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
      throw new IllegalArgumentException("Not exact in JSON: " + number);
    }
    if (number.stripTrailingZeros().scale() <= 0) {
      return number.longValueExact();
    }
    double rounded = number.doubleValue();
    if (BigDecimal.valueOf(rounded).compareTo(number) != 0) {
      throw new IllegalArgumentException("Not exact in JSON: " + number);
    }
    return rounded;
  }
}
