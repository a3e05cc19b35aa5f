package org.freehold.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.access.AccessEngine;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.Visibility;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The permission check: less than a microsecond and not a byte of garbage. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PermissionBenchmark {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  private final UUID user = new UUID(1, 1);
  private final UUID workspace = new UUID(2, 2);
  private final UUID team = new UUID(3, 3);
  private final List<String> developer = List.of("developer");
  private final Subject subject =
      new Subject(
          user,
          BuiltInRoles.permissionsOf(List.of("viewer")),
          Map.of(
              workspace, BuiltInRoles.permissionsOf(developer), new UUID(4, 4), PermissionSet.NONE),
          Set.of(team, new UUID(5, 5), new UUID(6, 6)));
  private final String code = "projects:write";
  private final int write = CATALOGUE.indexOf(code);
  private final int read = CATALOGUE.indexOf("projects:read");
  private final int admin = CATALOGUE.indexOf("projects:admin");
  private final ResourceFacts ofTheTeam = project(team, Visibility.TEAM, Set.of());
  private final ResourceFacts privateWithPeople =
      project(null, Visibility.PRIVATE, Set.of(user, new UUID(7, 7), new UUID(8, 8)));
  private final ResourceFacts somebodyElses = project(null, Visibility.PRIVATE, Set.of());

  private ResourceFacts project(UUID ofTeam, Visibility visibility, Set<UUID> people) {
    return new ResourceFacts(
        "projects", new UUID(9, 9), workspace, new UUID(10, 10), ofTeam, visibility, people);
  }

  @Benchmark
  public Decision withoutFacts() {
    return AccessEngine.decide(subject, write);
  }

  /** As the interceptor asks: by the permission's name. */
  @Benchmark
  public Decision withoutFactsByName() {
    return AccessEngine.decide(subject, CATALOGUE.indexOf(code));
  }

  @Benchmark
  public Decision onAProjectOfTheTeam() {
    return AccessEngine.decide(subject, write, read, admin, ofTheTeam);
  }

  @Benchmark
  public Decision onAPrivateProjectOneTakesPartIn() {
    return AccessEngine.decide(subject, write, read, admin, privateWithPeople);
  }

  @Benchmark
  public Decision hidden() {
    return AccessEngine.decide(subject, write, read, admin, somebodyElses);
  }

  @Benchmark
  public PermissionSet permissionsOfARole() {
    return BuiltInRoles.permissionsOf(developer);
  }
}
