package org.freehold.compliance.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with parameters by name, as in {@code :begin}, so that auditors can read it and run
 * it in {@code psql}, which writes variables likewise.
 */
record NamedSql(String positional, List<String> names) {
  private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)");

  static NamedSql of(String sql) {
    List<String> names = new ArrayList<>();
    Matcher found = NAME.matcher(sql);
    String positional =
        found.replaceAll(
            name -> {
              names.add(name.group(1));
              return "?";
            });
    return new NamedSql(positional, names);
  }

  PreparedStatement prepare(Connection connection, Map<String, Object> values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(positional);
    for (int i = 0; i < names.size(); i++) {
      statement.setObject(i + 1, values.get(names.get(i)));
    }
    return statement;
  }
}
