package org.freehold.engine.transparency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a tree is cut into tiles, and how they are named (C2SP tlog-tiles). */
public final class Tiles {

  /** Hashes in a full tile. */
  public static final int WIDTH = 256;

  /** The levels of the tree that a tile spans. */
  public static final int HEIGHT = 8;

  private static final Pattern INDEX =
      Pattern.compile("((?:x\\d{3}/){0,5})(\\d{3})(?:\\.p/(\\d{1,3}))?");

  private Tiles() {}

  /**
   * A tile as a path names it.
   *
   * @param width how many of its hashes are meant: 256 of a full one
   */
  public record Name(long index, int width) {}

  /** How many hashes the tile of this level and index has in a tree of this size; 0: none. */
  public static int width(int level, long index, long size) {
    int shift = HEIGHT * level;
    long hashes = shift > 62 ? 0 : size >>> shift;
    return (int) Math.max(0, Math.min(WIDTH, hashes - index * WIDTH));
  }

  /** The part of the path behind the level, such as {@code x001/x234/067} or {@code 273.p/112}. */
  public static String path(long index, int width) {
    StringBuilder path = new StringBuilder(threeDigits(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + threeDigits(rest % 1000) + "/");
    }
    return width == WIDTH ? path.toString() : path + ".p/" + width;
  }

  private static String threeDigits(long number) {
    return Long.toString(1000 + number).substring(1);
  }

  /** What such a path names, or null when it names nothing. */
  public static Name parse(String path) {
    Matcher matcher = INDEX.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    long index = Long.parseLong((matcher.group(1) + matcher.group(2)).replaceAll("[x/]", ""));
    int width = matcher.group(3) == null ? WIDTH : Integer.parseInt(matcher.group(3));
    boolean plain = width > 0 && path(index, width).equals(path);
    return plain && (matcher.group(3) == null || width < WIDTH) ? new Name(index, width) : null;
  }
}
