package org.freehold.benchmarks.access;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/**
 * The same check in the peers. Of one tenant they know nothing but its own rules, which is the best
 * case: somebody has to find the right enforcer or set of policies before.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx5g")
public class PeerCheckBenchmark {

  private static final int QUESTIONS = 1 << 10;

  /** jCasbin with the rules of 1,000 tenants: 100,000 people, 20,000 roles, 100,000 rules. */
  @State(Scope.Benchmark)
  public static class CasbinWithAll {
    private static final int TENANTS = 1_000;
    private final List<Scale.Question> questions = Scale.questions(TENANTS, QUESTIONS);
    private CasbinAtScale casbin;
    private int next;

    @Setup
    public void load() {
      casbin = new CasbinAtScale(IntStream.range(0, TENANTS).boxed().toList());
    }

    boolean decide() {
      return casbin.decide(questions.get(next++ & (QUESTIONS - 1)));
    }
  }

  /** jCasbin with one tenant's: 100 people, 20 roles, 100 rules. */
  @State(Scope.Benchmark)
  public static class CasbinWithOne {
    private final List<Scale.Question> questions = Scale.questions(1, QUESTIONS);
    private final CasbinAtScale casbin = new CasbinAtScale(List.of(0));
    private int next;

    boolean decide() {
      return casbin.decide(questions.get(next++ & (QUESTIONS - 1)));
    }
  }

  /** Cedar with one tenant's: 100 policies, kept parsed, and the person who asks. */
  @State(Scope.Benchmark)
  public static class CedarWithOne {
    private final List<Scale.Question> questions = Scale.questions(1, QUESTIONS);
    private final CedarAtScale cedar = new CedarAtScale(0);
    private int next;

    boolean decide() {
      return cedar.decide(questions.get(next++ & (QUESTIONS - 1)));
    }
  }

  @Benchmark
  public boolean casbinThousandTenants(CasbinWithAll state) {
    return state.decide();
  }

  @Benchmark
  public boolean casbinOneTenant(CasbinWithOne state) {
    return state.decide();
  }

  @Benchmark
  public boolean cedarOneTenant(CedarWithOne state) {
    return state.decide();
  }
}
