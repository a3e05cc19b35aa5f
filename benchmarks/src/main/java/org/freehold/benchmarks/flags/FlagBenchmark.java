package org.freehold.benchmarks.flags;

import com.launchdarkly.sdk.LDContext;
import io.getunleash.UnleashContext;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.freehold.engine.flags.FlagContext;
import org.freehold.engine.flags.FlagSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same two flags in our engine and in the clients of two peers, in process and for another user
 * at every call; the contexts are made before.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FlagBenchmark {
  static final int USERS = 1 << 12;

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Freehold {
    private final FlagSet flags = SameRules.ours();
    private final FlagContext[] users =
        IntStream.range(0, USERS).mapToObj(SameRules::oursFor).toArray(FlagContext[]::new);
    private int next;

    boolean isOn(String flag) {
      return flags.isOn(flag, users[next++ & (USERS - 1)], 0, false);
    }
  }

  /** LaunchDarkly's. */
  @State(Scope.Benchmark)
  public static class LaunchDarkly {
    private LDContext[] users;
    private LaunchDarklyPeer peer;
    private int next;

    @Setup
    public void load() {
      users =
          IntStream.range(0, USERS).mapToObj(LaunchDarklyPeer::context).toArray(LDContext[]::new);
      peer = new LaunchDarklyPeer();
    }

    boolean isOn(String flag) {
      return peer.isOn(flag, users[next++ & (USERS - 1)]);
    }

    @TearDown
    public void close() throws IOException {
      peer.close();
    }
  }

  /** Unleash's. */
  @State(Scope.Benchmark)
  public static class UnleashClient {
    private UnleashContext[] users;
    private UnleashPeer peer;
    private int next;

    @Setup
    public void load() {
      users =
          IntStream.range(0, USERS).mapToObj(UnleashPeer::context).toArray(UnleashContext[]::new);
      peer = new UnleashPeer();
    }

    boolean isOn(String flag) {
      return peer.isOn(flag, users[next++ & (USERS - 1)]);
    }

    @TearDown
    public void close() {
      peer.close();
    }
  }

  @Benchmark
  public boolean plainFreehold(Freehold state) {
    return state.isOn(SameRules.PLAIN);
  }

  @Benchmark
  public boolean plainLaunchDarkly(LaunchDarkly state) {
    return state.isOn(SameRules.PLAIN);
  }

  @Benchmark
  public boolean plainUnleash(UnleashClient state) {
    return state.isOn(SameRules.PLAIN);
  }

  @Benchmark
  public boolean rulesFreehold(Freehold state) {
    return state.isOn(SameRules.RULES);
  }

  @Benchmark
  public boolean rulesLaunchDarkly(LaunchDarkly state) {
    return state.isOn(SameRules.RULES);
  }

  @Benchmark
  public boolean rulesUnleash(UnleashClient state) {
    return state.isOn(SameRules.RULES);
  }
}
