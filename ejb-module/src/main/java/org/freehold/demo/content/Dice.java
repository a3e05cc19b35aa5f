package org.freehold.demo.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that is the same each time: it depends on a text and on numbers only. */
final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  static Dice of(String text, long number, long second) {
    long named =
        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    return new Dice(mix(mix(named ^ number) ^ second));
  }

  /** Spreads every bit of the number over all of them (the finaliser of SplitMix64). */
  static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** From the first number to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The index of a weight, as often as the weight says. */
  int weighed(int... weights) {
    int all = 0;
    for (int weight : weights) {
      all += weight;
    }
    int at = random.nextInt(all);
    int index = 0;
    while (at >= weights[index]) {
      at -= weights[index];
      index++;
    }
    return index;
  }
}
