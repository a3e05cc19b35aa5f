package org.freehold.benchmarks.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.freehold.engine.flags.Condition;
import org.freehold.engine.flags.Evaluation;
import org.freehold.engine.flags.FlagContext;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.engine.flags.FlagSet;
import org.freehold.engine.flags.Operator;
import org.freehold.engine.flags.Rule;
import org.freehold.engine.flags.SegmentDefinition;
import org.freehold.engine.flags.Serve;
import org.freehold.engine.flags.Share;
import org.freehold.engine.flags.Targeting;
import org.freehold.engine.flags.ValueType;
import org.freehold.engine.flags.Variant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** In-process evaluation for another user at every call: of one flag, and of 200. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FlagEvaluationBenchmark {
  private static final int USERS = 1 << 12;
  private static final int FLAGS = 200;
  private static final Serve SPLIT =
      new Serve(null, List.of(new Share("on", 20_000), new Share("off", 80_000)));

  private FlagSet flags;
  private FlagContext[] users;
  private int next;

  @Setup
  public void load() {
    List<FlagDefinition> all = new ArrayList<>();
    all.add(flag("plain", List.of(), Serve.variant("on")));
    all.add(flag("split", List.of(), SPLIT));
    all.add(flag("rules", rules(), SPLIT));
    for (int i = all.size(); i < FLAGS; i++) {
      all.add(flag("flag-" + i, i % 2 == 0 ? rules() : List.of(), SPLIT));
    }
    SegmentDefinition testers =
        new SegmentDefinition("testers", Set.of("user-1", "user-2"), Set.of(), List.of());
    flags = FlagSet.of("production", all, List.of(testers));
    users =
        IntStream.range(0, USERS)
            .mapToObj(
                i ->
                    new FlagContext(
                        "user-" + i,
                        "techcorp",
                        "professional",
                        Map.of("seats", i, "email", "user-" + i + "@example.com")))
            .toArray(FlagContext[]::new);
  }

  private static List<Rule> rules() {
    return List.of(
        rule("testers", new Condition(null, Operator.IN_SEGMENT, List.of("testers"), false)),
        rule("staff", new Condition("email", Operator.ENDS_WITH, List.of("@corp.example"), false)),
        rule("large", new Condition("seats", Operator.GREATER_THAN, List.of(4_000), false)));
  }

  private static Rule rule(String id, Condition condition) {
    return new Rule(id, List.of(condition), null, null, Serve.variant("on"));
  }

  private static FlagDefinition flag(String key, List<Rule> rules, Serve otherwise) {
    return new FlagDefinition(
        key,
        ValueType.BOOLEAN,
        List.of(new Variant("on", true), new Variant("off", false)),
        "off",
        FlagContext.TARGETING_KEY,
        null,
        List.of(),
        new Targeting(null, true, rules, otherwise),
        List.of());
  }

  private FlagContext user() {
    next = (next + 1) & (USERS - 1);
    return users[next];
  }

  @Benchmark
  public boolean plain() {
    return flags.isOn("plain", user(), 0, false);
  }

  @Benchmark
  public boolean split() {
    return flags.isOn("split", user(), 0, false);
  }

  @Benchmark
  public Evaluation rulesAndSplit() {
    return flags.evaluate("rules", user(), 0);
  }

  @Benchmark
  public void twoHundred(Blackhole told) {
    FlagContext user = user();
    for (String key : flags.keys()) {
      told.consume(flags.evaluate(key, user, 0));
    }
  }
}
