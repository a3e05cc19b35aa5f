package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.engine.migration.sql.Statement;

/** {@code raw_sql}: checked for its shape, run as written, undone by hand; rule 42. */
final class RawStatements implements Operation<RawSql> {
  private static final int MOST = 50;

  @Override
  public void plan(RawSql change, Planning planning) {
    List<Statement> up = read(planning, "/up", change.up());
    List<Statement> down = read(planning, "/down", change.down());
    boolean outside = Stream.concat(up.stream(), down.stream()).anyMatch(Statement::concurrently);
    if (outside && (up.size() > 1 || down.size() > 1)) {
      throw planning.refused(
          "/up",
          "not_alone",
          "A statement with CONCURRENTLY stands alone, with one statement that undoes it.");
    }
    planning.find(
        Severity.WARNING,
        42,
        "SQL written by hand is run as it stands: its locks and its undo are not judged.",
        "typed operations");
    StepDraft step = planning.step("Run SQL written by hand", null);
    step.lock(LockLevel.ACCESS_EXCLUSIVE);
    up.forEach(statement -> step.up(statement.sql()));
    down.forEach(statement -> step.down(statement.sql()));
    step.hazard(42, "Nothing is known of it beyond its words.");
    if (outside) {
      step.concurrently(up.get(0).index() != null ? up.get(0).index() : down.get(0).index());
    } else if (planning.anythingApart()) {
      step.apart();
    }
    planning.schema.tables.values().stream()
        .filter(table -> !table.fresh() && up.stream().anyMatch(one -> one.names(table.name)))
        .forEach(table -> planning.touch(table.origin));
    planning.rawSql();
    planning.add(step);
  }

  private static List<Statement> read(Planning planning, String pointer, List<String> statements) {
    if (statements.isEmpty() || statements.size() > MOST) {
      throw planning.refused(
          pointer,
          "sql_missing",
          "It has 1 to " + MOST + " statements: SQL written by hand is undone by hand.");
    }
    List<Statement> read = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      // One statement may also stand there as a string.
      String at = statements.size() == 1 ? pointer : pointer + "/" + i;
      Statement.fault(statements.get(i))
          .ifPresent(
              fault -> {
                throw planning.refused(at, "statement_not_allowed", fault.detail());
              });
      read.add(Statement.read(statements.get(i)));
    }
    return read;
  }
}
