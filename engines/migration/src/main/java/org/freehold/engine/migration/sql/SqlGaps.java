package org.freehold.engine.migration.sql;

import java.util.List;

/** What stands between the tokens: only white space, or a comment as well. */
final class SqlGaps {
  private SqlGaps() {}

  static boolean hasComment(String sql, List<Token> tokens) {
    int from = 0;
    for (Token token : tokens) {
      if (!sql.substring(from, token.start()).isBlank()) {
        return true;
      }
      from = token.end();
    }
    return !sql.substring(from).isBlank();
  }
}
