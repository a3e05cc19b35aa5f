package org.freehold.engine.migration.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What statements written by hand may begin with, and what none of them may contain. */
final class StatementRules {
  private static final Set<String> ALLOWED =
      Set.of(
          ("alter,create,drop,comment,insert,update,delete,merge,with,select,refresh").split(","));

  private static final Set<String> OBJECTS =
      Set.of(
          ("table,index,unique,view,materialized,function,procedure,aggregate,trigger,constraint,type"
                  + ",domain,sequence,policy,statistics,or,replace,unlogged,recursive,rule")
              .split(","));

  private static final Set<String> TRANSACTION =
      Set.of("begin,start,commit,end,rollback,abort,savepoint,release,prepare".split(","));
  private static final Set<String> MAINTENANCE = Set.of("vacuum", "cluster", "reindex", "repack");

  private static final Map<String, String> REFUSED =
      Map.of(
          "truncate", "TRUNCATE cannot be undone.",
          "copy", "COPY reads and writes outside the schema.",
          "grant", "Rights are not handed out by a release.",
          "revoke", "Rights are not taken away by a release.",
          "set", "Settings of the session are not changed by a release.",
          "reset", "Settings of the session are not changed by a release.",
          "do", "DO hides statements in a string: write them one by one.",
          "call", "CALL may end the transaction: write the statements one by one.",
          "lock", "Locks are taken by the plan itself, within its budget.");

  private final List<Token> tokens;

  private StatementRules(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Optional<StatementFault> fault(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return StatementFault.of(0, "The statement is empty.");
    }
    if (tokens.stream().anyMatch(token -> token.isSign(';'))) {
      return StatementFault.of(
          42, "There is more than one statement: put each into a string of its own.");
    }
    StatementRules rules = new StatementRules(tokens);
    return rules
        .beginning()
        .or(rules::object)
        .or(rules::words)
        .or(rules::concurrently)
        .or(rules::everyRow)
        .or(() -> OutsideReach.fault(tokens).map(detail -> new StatementFault(39, detail)));
  }

  private Optional<StatementFault> beginning() {
    String first = tokens.get(0).name();
    if (TRANSACTION.contains(first)) {
      return StatementFault.of(36, "Transactions are begun and ended by the plan, not by its SQL.");
    }
    if (MAINTENANCE.contains(first)) {
      return StatementFault.of(
          first.equals("reindex") ? 4 : 19,
          "Maintenance is no change of the schema: run REINDEX … CONCURRENTLY or REPACK apart.");
    }
    if (REFUSED.containsKey(first)) {
      return StatementFault.of(first.equals("truncate") ? 24 : 42, REFUSED.get(first));
    }
    return tokens.get(0).kind() == Token.Kind.WORD && ALLOWED.contains(first)
        ? Optional.empty()
        : StatementFault.of(42, "A statement may not begin with " + first + ".");
  }

  private Optional<StatementFault> object() {
    String first = tokens.get(0).name();
    if (!Set.of("alter", "create", "drop").contains(first)) {
      return Optional.empty();
    }
    String object = tokens.size() > 1 ? tokens.get(1).name() : "";
    if (OBJECTS.contains(object)) {
      return Optional.empty();
    }
    return StatementFault.of(
        Set.of("schema", "database").contains(object) ? 23 : 42,
        (first + " " + object).toUpperCase(Locale.ROOT) + " reaches beyond the schema.");
  }

  private Optional<StatementFault> words() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("cascade") && !(i > 1 && follows(i, "delete", "update"))) {
        return StatementFault.of(24, "CASCADE reaches objects that the statement does not name.");
      }
      if (pair(i, "set", "schema") || pair(i, "owner", "to")) {
        return StatementFault.of(
            42, "A release changes neither the owner nor the schema of an object.");
      }
      if (pair(i, "set", "role")
          || pair(i, "set", "session")
          || pair(i, "session", "authorization")) {
        return StatementFault.of(42, "A release acts as its environment's role and as no other.");
      }
      if (pair(i, "security", "definer")) {
        return StatementFault.of(
            42, "SECURITY DEFINER lends the rights of the environment's role.");
      }
      if (pair(i, "detach", "partition")) {
        return StatementFault.of(18, "Partitions are not attached or detached by a release.");
      }
      if (pair(i, "or", "replace") && tokens.get(Math.min(i + 2, tokens.size() - 1)).is("table")) {
        return StatementFault.of(26, "A table is not replaced.");
      }
    }
    return Optional.empty();
  }

  private Optional<StatementFault> concurrently() {
    int at = Statement.concurrently(tokens);
    if (at < 0) {
      return Optional.empty();
    }
    if (!tokens.get(at - 1).is("index") || at + 1 >= tokens.size()) {
      return StatementFault.of(
          42, "CONCURRENTLY is possible for CREATE INDEX and DROP INDEX only.");
    }
    Token next = tokens.get(at + 1);
    boolean create = tokens.get(0).is("create");
    if (create && next.is("if")) {
      return StatementFault.of(
          37, "IF NOT EXISTS takes the remains of a failed build for the index: leave it out.");
    }
    return create && next.is("on")
        ? StatementFault.of(42, "An index that is built concurrently needs a name.")
        : Optional.empty();
  }

  /** UPDATE and DELETE, also inside WITH, need a WHERE of their own. */
  private Optional<StatementFault> everyRow() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean begins = i == 0 || tokens.get(i - 1).isSign('(') || tokens.get(i - 1).isSign(')');
      boolean writes = tokens.get(i).is("update") || tokens.get(i).is("delete");
      if (begins && writes && !hasWhere(i)) {
        return StatementFault.of(
            46,
            tokens.get(i).name().toUpperCase(Locale.ROOT) + " without WHERE reaches every row.");
      }
    }
    return Optional.empty();
  }

  private boolean hasWhere(int from) {
    int depth = 0;
    for (int i = from; i < tokens.size() && depth >= 0; i++) {
      if (tokens.get(i).isSign('(')) {
        depth++;
      } else if (tokens.get(i).isSign(')')) {
        depth--;
      } else if (depth == 0 && tokens.get(i).is("where")) {
        return true;
      }
    }
    return false;
  }

  private boolean follows(int at, String one, String other) {
    Token before = tokens.get(at - 1);
    return (before.is(one) || before.is(other)) && tokens.get(at - 2).is("on");
  }

  private boolean pair(int at, String first, String second) {
    return at + 1 < tokens.size() && tokens.get(at).is(first) && tokens.get(at + 1).is(second);
  }
}
