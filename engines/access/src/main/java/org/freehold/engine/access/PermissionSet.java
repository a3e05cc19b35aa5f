package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;

/**
 * An immutable set of permissions as 256 bits, indexed by the {@link PermissionCatalogue} that
 * compiled it. Indexes may differ between versions of the product, so store codes, never bits.
 */
public final class PermissionSet {

  static final int CAPACITY = 256;

  public static final PermissionSet NONE = new PermissionSet(0, 0, 0, 0);

  static final PermissionSet ALL = new PermissionSet(-1, -1, -1, -1);

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private PermissionSet(long first, long second, long third, long fourth) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  /** The set of exactly these bits, each from 0 to 255. */
  public static PermissionSet of(int... indexes) {
    long[] words = new long[4];
    for (int index : indexes) {
      words[index >> 6] |= 1L << index;
    }
    return ofWords(words);
  }

  static PermissionSet ofWords(long[] words) {
    if ((words[0] | words[1] | words[2] | words[3]) == 0) {
      return NONE;
    }
    return new PermissionSet(words[0], words[1], words[2], words[3]);
  }

  /** Whether the bit is set; throws {@link IndexOutOfBoundsException} outside 0 to 255. */
  public boolean has(int index) {
    return (word(index >> 6) >>> index & 1) != 0;
  }

  public PermissionSet union(PermissionSet other) {
    if (containsAll(other)) {
      return this;
    }
    return new PermissionSet(
        first | other.first, second | other.second, third | other.third, fourth | other.fourth);
  }

  public PermissionSet intersection(PermissionSet other) {
    if (other.containsAll(this)) {
      return this;
    }
    return new PermissionSet(
        first & other.first, second & other.second, third & other.third, fourth & other.fourth);
  }

  public PermissionSet minus(PermissionSet other) {
    if (!intersects(other)) {
      return this;
    }
    return new PermissionSet(
        first & ~other.first, second & ~other.second, third & ~other.third, fourth & ~other.fourth);
  }

  public boolean intersects(PermissionSet other) {
    return (first & other.first
            | second & other.second
            | third & other.third
            | fourth & other.fourth)
        != 0;
  }

  public boolean containsAll(PermissionSet other) {
    return (other.first & ~first) == 0
        && (other.second & ~second) == 0
        && (other.third & ~third) == 0
        && (other.fourth & ~fourth) == 0;
  }

  public boolean isEmpty() {
    return (first | second | third | fourth) == 0;
  }

  /**
   * The codes of this set in the order of the catalogue, which must be the one that compiled it.
   */
  public List<String> codes(PermissionCatalogue catalogue) {
    List<String> all = catalogue.codes();
    List<String> held = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      if (has(index)) {
        held.add(all.get(index));
      }
    }
    return List.copyOf(held);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PermissionSet set
        && first == set.first
        && second == set.second
        && third == set.third
        && fourth == set.fourth;
  }

  @Override
  public int hashCode() {
    long mixed = first + 31 * (second + 31 * (third + 31 * fourth));
    return Long.hashCode(mixed);
  }

  @Override
  public String toString() {
    return "PermissionSet[%016x%016x%016x%016x]".formatted(fourth, third, second, first);
  }

  long word(int position) {
    return switch (position) {
      case 0 -> first;
      case 1 -> second;
      case 2 -> third;
      case 3 -> fourth;
      default -> throw new IndexOutOfBoundsException("A permission index is from 0 to 255");
    };
  }
}
