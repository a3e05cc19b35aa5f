package org.freehold.engine.transparency.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.Json;
import org.freehold.engine.transparency.RangeProof;
import org.freehold.engine.transparency.VerifierKey;

/**
 * What a bundle says it is, and how its files are called. Nothing of it is believed that the
 * checkpoint does not cover.
 *
 * @param log the name of the log
 * @param tenant whose it is
 * @param from and {@code to}: the period that was asked for; empty: without end
 * @param range what surrounds the leaves; null when the tree is damaged
 * @param damage what is wrong with the tree as it is kept; null: nothing
 */
public record Bundle(
    String log,
    String tenant,
    String from,
    String to,
    String madeAt,
    RangeProof range,
    String damage) {

  private static final int HASH = 32;
  private static final int DIGITS = 19;

  /** The one form that there is. */
  public static final String FORMAT = "freehold-audit-bundle-1";

  /** This record. */
  public static final String MANIFEST = "manifest.json";

  /** The newest note that was signed over the log. */
  public static final String CHECKPOINT = "checkpoint";

  /** Notes over smaller sizes, by size. */
  public static final String EARLIER = "checkpoints/";

  /**
   * One leaf a line as it was hashed; one that is not shown is a string of {@link #HIDDEN} or
   * {@link #MISSING} and its hash in hex.
   */
  public static final String LEAVES = "leaves.ndjson";

  /** The hashes of the leaves as they were sealed, 32 bytes each. */
  public static final String HASHES = "leaf-hashes.bin";

  /** The disclosures of leaves, in the order of the leaves. */
  public static final String DISCLOSURES = "disclosures.ndjson";

  /** Events of the period that stand in the trail and not in the tree. */
  public static final String UNPLACED = "unplaced.ndjson";

  /** The keys that may have signed, a verifier key a line. */
  public static final String KEYS = "keys.txt";

  /** That keys were followed by others, in the order of time. */
  public static final String INTRODUCTIONS = "introductions/";

  /** How far all other logs are; in bundles of the platform's log. */
  public static final String HEADS = "heads.ndjson";

  /**
   * Leaves that say what retention removed, each with its place and the hashes that show it in the
   * tree of the checkpoint.
   */
  public static final String CERTIFICATES = "certificates.ndjson";

  /** Personal values that are sealed for each person; only in archives. */
  public static final String SEALED = "sealed-disclosures.ndjson";

  /** {@link #EXPLAINED}. */
  public static final String READ_ME = "VERIFY.md";

  /** The leaf is of something that the one who exported may not know of. */
  public static final String HIDDEN = "hidden:";

  /** The leaf was removed when its time was over, under a certificate that is a leaf itself. */
  public static final String PRUNED = "pruned:";

  /** The leaf was sealed and is gone. */
  public static final String MISSING = "missing:";

  /** What lies in every bundle, for whoever opens it. */
  public static final String EXPLAINED =
      """
      # A period of an audit trail

      leaves.ndjson holds the events as they were hashed, a line each, in the order of their places from `begin` to before
      `end` in manifest.json. SHA-256 over a byte 00 and the line (without its end) is in leaf-hashes.bin at the same place, 32 bytes each.
      The subtrees `left` of them and `right` of them, with these hashes between, make the root in `checkpoint` (RFC 6962):
      so no event was changed, and none is missing in between. The checkpoint is a C2SP signed note, signed with a key of keys.txt.
      Take the verifier key of your log from your own records, and give checkpoints that you kept: that is what the operator cannot
      rewrite. `tenant`, `from`, `to` and `made_at` in manifest.json are signed by nobody. An event that is there as `hidden:` and
      its hash is one that whoever exported may not know of: that it still exists is not shown.

          freehold audit verify BUNDLE --key KEY --checkpoint FILE
          python3 verify.py BUNDLE --key KEY --checkpoint FILE

      disclosures.ndjson holds the personal values that may still be told; base64url of the SHA-256 of each is in `sd` of its event.
      """;

  /** As the file holds it. */
  public byte[] bytes() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("format", FORMAT);
    members.put("log", log);
    members.put("tenant", tenant);
    members.put("from", from);
    members.put("to", to);
    members.put("made_at", madeAt);
    members.put("damage", damage);
    if (range != null) {
      members.put("begin", range.begin());
      members.put("end", range.end());
      members.put("size", range.size());
      members.put("left", base64(range.left()));
      members.put("right", base64(range.right()));
    }
    return CanonicalJson.bytes(members);
  }

  /** Throws {@link IllegalArgumentException} when it is something else. */
  static Bundle parse(String text) {
    Map<String, Object> members = Json.object(text);
    if (!FORMAT.equals(members.get("format"))) {
      throw new IllegalArgumentException("The manifest is not of the form " + FORMAT);
    }
    String log = text(members, "log");
    if (log == null || !VerifierKey.isName(log)) {
      throw new IllegalArgumentException("There is no log");
    }
    RangeProof range =
        members.containsKey("size")
            ? new RangeProof(
                number(members, "begin"),
                number(members, "end"),
                number(members, "size"),
                hashes(members, "left"),
                hashes(members, "right"))
            : null;
    return new Bundle(
        log,
        text(members, "tenant"),
        text(members, "from"),
        text(members, "to"),
        text(members, "made_at"),
        range,
        text(members, "damage"));
  }

  private static List<String> base64(List<byte[]> hashes) {
    return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
  }

  static List<byte[]> hashes(Map<String, Object> members, String name) {
    List<byte[]> hashes = new ArrayList<>();
    if (members.get(name) instanceof List<?> list) {
      list.forEach(hash -> hashes.add(hash(String.valueOf(hash))));
    }
    return hashes;
  }

  static byte[] hash(String base64) {
    byte[] hash = Base64.getDecoder().decode(base64);
    if (hash.length != HASH) {
      throw new IllegalArgumentException("A hash has %d bytes".formatted(HASH));
    }
    return hash;
  }

  static String text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  static long number(Map<String, Object> members, String name) {
    if (members.get(name) instanceof BigDecimal number && isWhole(number)) {
      return number.longValueExact();
    }
    throw new IllegalArgumentException("There is no whole number " + name);
  }

  static boolean isWhole(BigDecimal number) {
    return number.signum() >= 0
        && number.precision() - number.scale() < DIGITS
        && number.stripTrailingZeros().scale() <= 0;
  }
}
