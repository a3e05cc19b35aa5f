package org.freehold.engine.migration.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names that lead out of the schema or into the server, as far as tokens show them. It makes for a
 * clear word at the right time; what really keeps SQL in its place is the database role it runs as.
 */
final class OutsideReach {
  private static final Set<String> BEFORE_A_RELATION =
      Set.of(
          ("join,into,update,table,only,references,index,view,sequence,type,function,procedure"
                  + ",exists,trigger,domain,policy,statistics,aggregate")
              .split(","));

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("set_config,dblink,dblink_exec,dblink_connect,lo_import,lo_export,lo_from_bytea,lo_put"
                  + ",query_to_xml,query_to_xmlschema,cursor_to_xml,table_to_xml,schema_to_xml"
                  + ",database_to_xml")
              .split(","));

  private final List<Token> tokens;

  /** For each open parenthesis whether a query stands directly in it: then FROM means tables. */
  private final Deque<Boolean> queries = new ArrayDeque<>(List.of(false));

  private OutsideReach(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Optional<String> fault(List<Token> tokens) {
    OutsideReach reach = new OutsideReach(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      reach.follow(tokens.get(i));
      Optional<String> fault = tokens.get(i).isName() ? reach.faultAt(i) : Optional.empty();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private void follow(Token token) {
    if (token.isSign('(')) {
      queries.push(false);
    } else if (token.isSign(')') && queries.size() > 1) {
      queries.pop();
    } else if (token.is("select") || token.is("delete") || token.is("update")) {
      queries.pop();
      queries.push(true);
    }
  }

  private Optional<String> faultAt(int at) {
    String name = tokens.get(at).name();
    if (sign(at + 1, '(') && (FUNCTIONS.contains(name) || name.startsWith("pg_"))) {
      return Optional.of("The function " + name + " reaches beyond the rows of a table.");
    }
    if (name.equals("information_schema") || name.equals("pg_temp")) {
      return Optional.of("The schema " + name + " is out of reach.");
    }
    if (isQualifier(at) && !name.equals("pg_catalog") && (sign(at + 3, '(') || isRelation(at))) {
      return Optional.of(
          "The name %s.%s says its schema: write it without one."
              .formatted(name, tokens.get(at + 2).name()));
    }
    return Optional.empty();
  }

  private boolean isQualifier(int at) {
    return sign(at + 1, '.')
        && at + 2 < tokens.size()
        && tokens.get(at + 2).isName()
        && (at == 0 || !tokens.get(at - 1).isSign('.'));
  }

  private boolean isRelation(int at) {
    if (at == 0) {
      return false;
    }
    Token before = tokens.get(at - 1);
    boolean distinct = at > 1 && tokens.get(at - 2).is("distinct");
    return before.is("from") && queries.peek() && !distinct
        || before.kind() == Token.Kind.WORD && BEFORE_A_RELATION.contains(before.name());
  }

  private boolean sign(int at, char sign) {
    return at < tokens.size() && tokens.get(at).isSign(sign);
  }
}
