package org.freehold.engine.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What a schema is, in one line. Tombstones are left out, and the order of columns does not count.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** {@code sha256:} and 64 hexadecimal digits. */
  public static String of(Catalog catalog) {
    MessageDigest digest = sha256();
    CatalogText.canonical(catalog)
        .forEach(
            (object, text) -> {
              // Lengths, so that no text can reach over into the next.
              digest.update((object.length() + ":" + object).getBytes(StandardCharsets.UTF_8));
              digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
            });
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /** How the found schema differs from the expected; empty exactly when both prints are equal. */
  public static List<Difference> differences(Catalog expected, Catalog found) {
    Map<String, String> should = CatalogText.canonical(expected);
    Map<String, String> is = CatalogText.canonical(found);
    SortedMap<String, String> shouldSay = CatalogText.readable(expected);
    SortedMap<String, String> says = CatalogText.readable(found);
    TreeSet<String> objects = new TreeSet<>(should.keySet());
    objects.addAll(is.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String object : objects) {
      if (!Objects.equals(should.get(object), is.get(object))) {
        differences.add(
            new Difference(
                object, kind(should, is, object), shouldSay.get(object), says.get(object)));
      }
    }
    return List.copyOf(differences);
  }

  private static Difference.Kind kind(
      Map<String, String> should, Map<String, String> is, String object) {
    if (!should.containsKey(object)) {
      return Difference.Kind.ADDED;
    }
    return is.containsKey(object) ? Difference.Kind.CHANGED : Difference.Kind.MISSING;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
