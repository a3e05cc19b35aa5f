package org.freehold.engine.flags;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All flags of a tenant as they are in one environment: immutable, and compiled so that telling a
 * value takes no lock and allocates nothing, but for conditions that compare dates.
 */
public final class FlagSet {
  private final Map<String, CompiledFlag> flags;
  private final List<String> keys;
  private final long[] turns;

  private FlagSet(Map<String, CompiledFlag> flags, long[] turns) {
    this.flags = flags;
    this.keys = List.copyOf(new TreeMap<>(flags).keySet());
    this.turns = turns;
  }

  /** Of definitions that {@link FlagChecker} found nothing wrong with. */
  public static FlagSet of(
      String environment, List<FlagDefinition> flags, List<SegmentDefinition> segments) {
    Map<String, Predicate> members =
        segments.stream()
            .collect(Collectors.toMap(SegmentDefinition::key, ConditionCompiler::segment));
    long[] turns =
        flags.stream()
            .flatMap(flag -> flag.in(environment).rules().stream())
            .flatMap(rule -> Stream.of(new Instant[] {rule.notBefore(), rule.expires()}))
            .filter(moment -> moment != null)
            .flatMapToLong(moment -> LongStream.of(moment.toEpochMilli()))
            .sorted()
            .distinct()
            .toArray();
    return new FlagSet(new FlagCompiler(environment, flags, members).all(), turns);
  }

  /** Sorted. */
  public List<String> keys() {
    return keys;
  }

  /**
   * What a flag is.
   *
   * @param now milliseconds of Unix time
   */
  public Evaluation evaluate(String key, FlagContext context, long now) {
    CompiledFlag flag = flags.get(key);
    return flag == null ? Evaluation.notFound(key) : flag.evaluate(context, now);
  }

  /** All of them in the order of their keys, each evaluated once whatever needs it. */
  public List<Evaluation> evaluateAll(FlagContext context, long now) {
    Evaluation[] known = new Evaluation[flags.size()];
    Evaluation[] all = new Evaluation[known.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = flags.get(keys.get(i)).evaluate(context, now, known);
    }
    return List.of(all);
  }

  /** Of a boolean flag; the fallback for one that is not there, or is none. */
  public boolean isOn(String key, FlagContext context, long now, boolean fallback) {
    CompiledFlag flag = flags.get(key);
    if (flag == null) {
      return fallback;
    }
    return flag.evaluate(context, now).value() instanceof Boolean value ? value : fallback;
  }

  /** How the flag came to its value, step by step; slow. */
  public Explanation explain(String key, FlagContext context, long now) {
    CompiledFlag flag = flags.get(key);
    return flag == null
        ? new Explanation(Evaluation.notFound(key), List.of(), null, null)
        : Explainer.explain(flag, context, now);
  }

  /**
   * How many of the moments have passed at which a rule begins or ends: between two of them the
   * same context always has the same values.
   */
  public int turnsUntil(long now) {
    int found = Arrays.binarySearch(turns, now);
    return found < 0 ? -found - 1 : found + 1;
  }
}
