package org.freehold.engine.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One expression written by hand: a default, a condition, a value. It stays inside the parentheses
 * that we put around it, and it names nothing outside the schema as far as its tokens show. What it
 * may do at all is decided by the database role.
 */
public final class Expression {
  /** Longest expression, in characters. */
  public static final int LONGEST = 4_000;

  /** Functions that give the same for all rows of one statement, or depend on their input only. */
  private static final Set<String> STEADY =
      Set.of(
          ("now,transaction_timestamp,statement_timestamp,current_setting,lower,upper,initcap,trim"
                  + ",btrim,ltrim,rtrim,length,left,right,substring,substr,replace,repeat,concat"
                  + ",concat_ws,md5,abs,round,floor,ceil,ceiling,mod,coalesce,nullif,greatest,least"
                  + ",date_trunc,make_date,make_time,make_timestamp,make_timestamptz,make_interval"
                  + ",to_char,to_date,to_number,to_timestamp,jsonb_build_object,jsonb_build_array"
                  + ",json_build_object,json_build_array,to_jsonb,to_json,cast,extract,date_part"
                  + ",split_part,position,array,row,in,any,all,and,or,not,case,when,then,else"
                  + ",current_timestamp,current_time,localtimestamp,localtime"
                  + ",varchar,char,numeric,decimal,timestamp,timestamptz,time,timetz,interval,bit"
                  + ",varying,character")
              .split(","));

  private Expression() {}

  /** What is wrong with it; empty when it may be used. */
  public static Optional<String> fault(String sql, boolean subqueries) {
    if (sql.isBlank()) {
      return Optional.of("The expression is empty.");
    }
    if (sql.length() > LONGEST) {
      return Optional.of("The expression is longer than " + LONGEST + " characters.");
    }
    try {
      List<Token> tokens = SqlScanner.scan(sql);
      if (SqlGaps.hasComment(sql, tokens)) {
        return Optional.of("The expression contains a comment.");
      }
      return fault(tokens, subqueries).or(() -> OutsideReach.fault(tokens));
    } catch (SqlNotReadable e) {
      return Optional.of("The expression cannot be read: " + e.getMessage() + ".");
    }
  }

  private static Optional<String> fault(List<Token> tokens, boolean subqueries) {
    StringBuilder open = new StringBuilder();
    for (Token token : tokens) {
      char sign = token.kind() == Token.Kind.SIGN ? token.text().charAt(0) : ' ';
      if (sign == ';') {
        return Optional.of(
            "The expression contains a semicolon: exactly one expression is allowed.");
      }
      if (token.kind() == Token.Kind.PARAMETER) {
        return Optional.of("The expression contains the parameter " + token.text() + ".");
      }
      if (sign == ',' && open.length() == 0) {
        return Optional.of("There is more than one expression.");
      }
      if (token.is("select") && (!subqueries || open.length() == 0)) {
        return Optional.of(
            subqueries
                ? "A subquery stands in parentheses of its own."
                : "A subquery is not possible here.");
      }
      if (sign == '(' || sign == '[') {
        open.append(sign);
      } else if (sign == ')' || sign == ']') {
        int last = open.length() - 1;
        if (last < 0 || open.charAt(last) != (sign == ')' ? '(' : '[')) {
          return Optional.of("The parentheses of the expression do not match.");
        }
        open.setLength(last);
      }
    }
    return open.length() == 0
        ? Optional.empty()
        : Optional.of("The parentheses of the expression do not match.");
  }

  /** Whether it may give another value for each row; functions that are not known may. */
  public static boolean isVolatile(String sql) {
    List<Token> tokens = SqlScanner.scan(sql);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isName() && tokens.get(i + 1).isSign('(') && !STEADY.contains(token.name())) {
        return true;
      }
    }
    return false;
  }

  /** Names in quotes that stand for columns: not for functions, types or other tables. */
  public static List<String> quotedNames(String sql) {
    List<Token> tokens = SqlScanner.scan(sql);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean ledIn = i > 0 && (tokens.get(i - 1).isSign(':') || tokens.get(i - 1).isSign('.'));
      boolean leadsOn =
          i + 1 < tokens.size() && (tokens.get(i + 1).isSign('(') || tokens.get(i + 1).isSign('.'));
      if (tokens.get(i).kind() == Token.Kind.QUOTED_NAME && !ledIn && !leadsOn) {
        names.add(tokens.get(i).text());
      }
    }
    return names;
  }

  /** Every name in it, also of functions and types. */
  public static Set<String> names(String sql) {
    return SqlScanner.scan(sql).stream()
        .filter(Token::isName)
        .map(Token::name)
        .collect(Collectors.toSet());
  }

  /** Whether it names this column, or anything of the same name. */
  public static boolean names(String sql, String name) {
    return names(sql).contains(name);
  }
}
