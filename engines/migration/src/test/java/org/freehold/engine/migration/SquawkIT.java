package org.freehold.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.freehold.engine.migration.postgres.Scratch;
import org.freehold.engine.migration.postgres.Squawk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a linter that we did not write says of our statements, we have said ourselves. */
class SquawkIT {
  /** Its rules, and ours that tells the same in a finding or a hazard of the plan. */
  private static final Map<String, Set<Integer>> SAID =
      Map.of(
          "prefer-text-field", Set.of(16),
          "renaming-column", Set.of(27, 21),
          "renaming-table", Set.of(27, 22),
          "changing-column-type", Set.of(15),
          "ban-drop-not-null", Set.of(30, 21),
          "require-enum-value-ordering", Set.of(29));

  /** Rules that do not hold here, each for its reason. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "prefer-robust-stmts",
          "A journal says what is done; IF NOT EXISTS would take an invalid index for the index.",
          "prefer-bigint-over-int",
          "The writer of the bundle chose the type; keys of it are mentioned.",
          "ban-drop-column",
          "Only columns that the same plan made are dropped.",
          "adding-not-nullable-field",
          "A check that was validated before stands for the reading.");

  @TempDir private Path folder;

  private final List<String> unsaid = new ArrayList<>();

  @Test
  void saysNothingThatThePlanHasNotSaid() throws Exception {
    Optional<Squawk> squawk = Squawk.find();
    if (squawk.isEmpty()) {
      abort("LEFT OUT: squawk needs npm and its registry; the statements were not judged by it.");
    }
    try (Scratch shop = new Scratch(Bundles.SHOP)) {
      Catalog now = shop.catalog();
      for (List<Change> changes : Bundles.all().toList()) {
        judge(squawk.get(), MigrationPlanner.plan(now, changes, "r1"), changes);
      }
    }
    assertThat(unsaid).isEmpty();
  }

  @Test
  void knowsABadStatementWhenItSeesOne() throws Exception {
    Optional<Squawk> squawk = Squawk.find();
    if (squawk.isEmpty()) {
      abort("LEFT OUT: squawk needs npm and its registry.");
    }
    Path file = write(List.of("CREATE INDEX i ON customer (name)"));
    assertThat(squawk.get().judge(file, true)).anyMatch(line -> line.contains("concurrent"));
  }

  private void judge(Squawk squawk, Plan plan, List<Change> changes) throws Exception {
    List<String> together =
        plan.steps().stream()
            .filter(step -> step.part() == Part.TRANSACTION)
            .flatMap(step -> step.up().stream())
            .toList();
    hold(squawk.judge(write(together), true), plan, changes);
    for (Step step : plan.steps()) {
      if (step.part() == Part.APART && step.action() != Action.BACKFILL) {
        boolean inTransaction = step.action() != Action.INDEX_CONCURRENTLY;
        hold(squawk.judge(write(step.up()), inTransaction), plan, changes);
      }
    }
  }

  private void hold(List<String> judgements, Plan plan, List<Change> changes) {
    for (String line : judgements) {
      String rule = line.replaceFirst(".*?: (?:warning|error): ", "").split(" ")[0];
      boolean said =
          plan.rawSql()
              || OTHERWISE.containsKey(rule)
              || SAID.containsKey(rule) && tells(plan, SAID.get(rule));
      if (!said) {
        unsaid.add(changes + ": " + line);
      }
    }
  }

  private static boolean tells(Plan plan, Set<Integer> rules) {
    return Stream.concat(
            plan.findings().stream().map(Finding::rule),
            plan.steps().stream().flatMap(step -> step.hazards().stream()).map(Hazard::rule))
        .anyMatch(rules::contains);
  }

  /** With the limits that whoever runs a plan sets before each step. */
  private Path write(List<String> statements) throws Exception {
    Path file = Files.createTempFile(folder, "plan-", ".sql");
    return Files.writeString(
        file,
        "SET lock_timeout = '1s';\nSET statement_timeout = '30s';\n"
            + String.join(";\n", statements)
            + (statements.isEmpty() ? "" : ";\n"));
  }
}
