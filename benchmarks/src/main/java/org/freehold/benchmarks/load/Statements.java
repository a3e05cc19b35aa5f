package org.freehold.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL of one request as the database's log tells it, with its parameters put in. */
final class Statements {
  /** What our lines begin with; then come role and session, as log_line_prefix says. */
  static final String MARK = "freehold-load ";

  /** A session that has not read its new settings yet writes the date first. */
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^(?=" + MARK + "\\S* [0-9]+ (?!DETAIL)|\\d{4}-\\d\\d-\\d\\d \\d\\d:)");

  private static final Pattern EXECUTED =
      Pattern.compile(
          "([0-9]+) LOG:  (?:execute [^:]+|statement): (.*?)(?:\\n"
              + MARK
              + "\\S+ [0-9]+ DETAIL:  [Pp]arameters: (.*))?",
          Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')(?:, |$)");
  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
  private static final Pattern UUID7 =
      Pattern.compile("'([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})'");

  private Statements() {}

  /**
   * The statements of that role, session by session: a transaction that began within another one
   * comes after it.
   */
  static List<String> of(String role, String log) {
    String start = MARK + role + " ";
    Map<String, List<String>> sessions = new LinkedHashMap<>();
    for (String entry : ENTRY.split(log)) {
      if (!entry.startsWith(start)) {
        continue;
      }
      Matcher executed = EXECUTED.matcher(entry.substring(start.length()).strip());
      if (executed.matches()) {
        sessions
            .computeIfAbsent(executed.group(1), session -> new ArrayList<>())
            .add(filled(executed.group(2).replace('\n', ' '), executed.group(3)));
      }
    }
    return sessions.values().stream().flatMap(List::stream).toList();
  }

  private static String filled(String sql, String parameters) {
    Map<Integer, String> values = new LinkedHashMap<>();
    Matcher parameter = PARAMETER.matcher(parameters == null ? "" : parameters);
    while (parameter.find()) {
      values.put(Integer.valueOf(parameter.group(1)), parameter.group(2));
    }
    return PLACE
        .matcher(sql)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    values.getOrDefault(Integer.valueOf(place.group(1)), place.group())));
  }

  /**
   * A script for pgbench. Ids that the request made (UUIDv7 of or after that moment) are made anew
   * each time.
   */
  static String script(List<String> statements, long sinceEpochMillis) {
    Map<String, String> fresh = new LinkedHashMap<>();
    StringBuilder body = new StringBuilder();
    for (String statement : statements) {
      String safe = withoutColons(statement);
      String replaced =
          UUID7
              .matcher(safe)
              .replaceAll(
                  id ->
                      Matcher.quoteReplacement(
                          madeAt(id.group(1)) < sinceEpochMillis
                              ? id.group()
                              : fresh.computeIfAbsent(id.group(1), k -> ":id" + fresh.size())
                                  // A place of its own may have no type to be known by.
                                  + "::uuid"));
      body.append(replaced).append(";\n");
    }
    StringBuilder script = new StringBuilder();
    fresh
        .values()
        .forEach(
            name ->
                script
                    .append("select gen_random_uuid() as ")
                    .append(name.substring(1))
                    .append(" \\gset\n"));
    return script.append(body).toString();
  }

  private static long madeAt(String uuid7) {
    return Long.parseLong(uuid7.substring(0, 8) + uuid7.substring(9, 13), 16);
  }

  /** To pgbench a colon begins a variable, even inside a literal. */
  private static String withoutColons(String sql) {
    return Pattern.compile("'((?:[^']++|'')*+)'")
        .matcher(sql)
        .replaceAll(
            literal ->
                Matcher.quoteReplacement(
                    literal.group(1).contains(":")
                        ? "U&'"
                            + literal.group(1).replace("\\", "\\\\").replace(":", "\\003A")
                            + "'"
                        : literal.group()));
  }
}
