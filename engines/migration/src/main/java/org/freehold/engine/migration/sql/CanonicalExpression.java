package org.freehold.engine.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One text for what PostgreSQL may write in several ways. A condition that is read back from the
 * catalog and made again elsewhere comes out differently: {@code x IN ('a')} over a varchar is
 * first {@code (ARRAY['a'::character varying])::text[]} and then {@code ARRAY[('a'::character
 * varying)::text]}. Casts between the types of text say nothing there, nor do parentheses around
 * one operand.
 */
public final class CanonicalExpression {
  private static final Set<String> TEXT_TYPES = Set.of("text", "varchar", "bpchar");

  private CanonicalExpression() {}

  /** The canonical text; not meant to be run. */
  public static String of(String sql) {
    List<String> words = withoutTextCasts(SqlScanner.scan(sql), sql);
    return String.join(" ", withoutLoneParentheses(words));
  }

  private static List<String> withoutTextCasts(List<Token> tokens, String sql) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int after = afterTextCast(tokens, i);
      if (after > i) {
        i = after - 1;
      } else {
        words.add(sql.substring(tokens.get(i).start(), tokens.get(i).end()));
      }
    }
    return words;
  }

  /** Behind {@code ::text}, {@code ::character varying} and their arrays; {@code at} for others. */
  private static int afterTextCast(List<Token> tokens, int at) {
    if (!sign(tokens, at, ':') || !sign(tokens, at + 1, ':') || at + 2 >= tokens.size()) {
      return at;
    }
    Token type = tokens.get(at + 2);
    int end;
    if (type.is("character") && at + 3 < tokens.size() && tokens.get(at + 3).is("varying")) {
      end = at + 4;
    } else if (type.kind() == Token.Kind.WORD && TEXT_TYPES.contains(type.name())) {
      end = at + 3;
    } else {
      return at;
    }
    if (sign(tokens, end, '(')) {
      return at;
    }
    return sign(tokens, end, '[') && sign(tokens, end + 1, ']') ? end + 2 : end;
  }

  private static List<String> withoutLoneParentheses(List<String> words) {
    List<String> result = new ArrayList<>(words);
    for (int i = 0; i + 2 < result.size(); i++) {
      int close = i + 2;
      if (result.get(i + 1).equals("ARRAY") && result.get(i + 2).equals("[")) {
        close = result.subList(i, result.size()).indexOf("]") + i + 1;
      }
      boolean call = i > 0 && Character.isJavaIdentifierPart(lastCharacter(result.get(i - 1)));
      if (result.get(i).equals("(")
          && !call
          && close < result.size()
          && result.get(close).equals(")")
          && isOperand(result.get(i + 1))) {
        result.remove(close);
        result.remove(i);
        i = Math.max(-1, i - 2);
      }
    }
    return result;
  }

  private static boolean isOperand(String word) {
    char first = word.charAt(0);
    return Character.isJavaIdentifierPart(first) || first == '\'' || first == '"';
  }

  private static char lastCharacter(String word) {
    return word.charAt(word.length() - 1);
  }

  private static boolean sign(List<Token> tokens, int at, char sign) {
    return at < tokens.size() && tokens.get(at).isSign(sign);
  }
}
