package org.freehold.benchmarks.access;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.access.Decision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One check in our engine: find the tenant's snapshot, find the person in it, decide. Every call
 * asks about another person of another tenant.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx5g")
public class AccessCheckBenchmark {

  private static final int QUESTIONS = 1 << 13;

  @Param({"10", "100", "1000", "10000"})
  int tenants;

  private FreeholdAtScale freehold;
  private FreeholdAtScale.Asked[] questions;
  private int next;

  @Setup
  public void load() {
    freehold = new FreeholdAtScale(tenants);
    List<Scale.Question> asked = Scale.questions(tenants, QUESTIONS);
    questions = asked.stream().map(FreeholdAtScale::asked).toArray(FreeholdAtScale.Asked[]::new);
  }

  @Benchmark
  public Decision check() {
    next = (next + 1) & (QUESTIONS - 1);
    return freehold.decide(questions[next]);
  }
}
