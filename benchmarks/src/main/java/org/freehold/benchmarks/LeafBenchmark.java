package org.freehold.benchmarks;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.Leaf;
import org.freehold.engine.transparency.LeafActor;
import org.freehold.engine.transparency.LeafChange;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.Outcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the trail costs each change, apart from its insert. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LeafBenchmark {
  private final SecureRandom random = new SecureRandom();
  private final UUID event = new UUID(1, 1);
  private final Instant time = Instant.parse("2026-11-21T05:00:00.123456Z");
  private final LeafActor actor = new LeafActor("user", "u-1", "manager", "s-1");
  private final byte[] leafHash = MerkleTree.leafHash(leafOfAnUpdate());
  private final CompactRange tree = CompactRange.empty();

  /** Five changed fields and one disclosure, as canonical JSON. */
  @Benchmark
  public final byte[] leafOfAnUpdate() {
    return new Leaf()
        .log("audit.example.com/t/019ab1c2-0000-7000-8000-000000000001")
        .id(event)
        .nonce(random)
        .time(time)
        .actor(actor)
        .action("project.updated", ActionClass.UPDATE)
        .target("project", "019ab1c2-0000-7000-8000-000000000002")
        .outcome(Outcome.SUCCESS)
        .origin("PATCH /api/projects/{id}")
        .request("019ab1c2-0000-7000-8000-000000000003")
        .change(LeafChange.of("status", "active", "paused"))
        .change(LeafChange.of("end_date", "2026-12-31", null))
        .change(LeafChange.of("department", "Engineering", "Research"))
        .change(LeafChange.of("priority", "high", "critical"))
        .change(LeafChange.of("name", "Customer Portal", "Customer Portal 2"))
        .disclosure(Disclosure.of(random, "actor.email", "maria@techcorp.example"))
        .content()
        .bytes();
  }

  @Benchmark
  public long appendToTheTree() {
    tree.append(leafHash);
    return tree.size();
  }
}
