package org.freehold.environments;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.freehold.environments.LossPreview.Loss;
import org.freehold.environments.LossPreview.Window;

/**
 * What somebody accepts to lose: the kinds of losses by a digest of them, and behind a dot each how
 * many rows, as in {@code sha256:9f86….12.3}. People go on writing while somebody decides, so a
 * little more than that is accepted with it.
 *
 * @param kinds of the window and of what is lost of which objects
 * @param rows of each loss, in the order of their objects
 */
public record LossDigest(String kinds, List<Long> rows) {
  /** One in so many rows may come on top, */
  private static final int SHARE = 10;

  /** and always so many. */
  private static final int FEW = 10;

  private static final Pattern FORM =
      Pattern.compile("(sha256:[0-9a-f]{64})((?:\\.[0-9]{1,18}){0,1000})");

  public LossDigest {
    rows = List.copyOf(rows);
  }

  static LossDigest of(Window window, List<Loss> losses) {
    String kinds =
        losses.stream()
            .map(loss -> "\n" + loss.object() + "\n" + loss.what())
            .collect(joining("", window.name(), ""));
    return new LossDigest("sha256:" + sha256(kinds), losses.stream().map(Loss::rows).toList());
  }

  /** As somebody quotes it; empty for null and for anything else. */
  public static Optional<LossDigest> read(String text) {
    Matcher parts = FORM.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<Long> rows = Stream.of(parts.group(2).split("\\.")).skip(1).map(Long::valueOf).toList();
    return Optional.of(new LossDigest(parts.group(1), rows));
  }

  /** Whether who accepted this accepts that: the same kinds, and little more of each at most. */
  boolean covers(LossDigest now) {
    return kinds.equals(now.kinds)
        && rows.size() == now.rows.size()
        && IntStream.range(0, rows.size()).allMatch(i -> now.rows.get(i) <= most(rows.get(i)));
  }

  private static long most(long accepted) {
    return accepted + Math.max(FEW, accepted / SHARE);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** As it is quoted. */
  @Override
  public String toString() {
    return rows.stream().map(count -> "." + count).collect(joining("", kinds, ""));
  }
}
