package org.freehold.engine.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A built-in type from the allow-list, in the words that {@code format_type()} uses.
 *
 * @param base without length and array, for example {@code timestamp with time zone}
 * @param modifiers length, or precision and scale; empty for none
 * @param array whether it is an array
 */
public record SqlType(String base, List<Integer> modifiers, boolean array) {
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("decimal", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("time", "time without time zone"));

  private static final Set<String> LENGTH =
      Set.of("character varying", "character", "bit varying", "bit");
  private static final Set<String> PRECISION =
      Set.of(
          "timestamp with time zone",
          "timestamp without time zone",
          "time with time zone",
          "time without time zone",
          "interval");

  private static final Set<String> PLAIN =
      Set.of(
          ("smallint,integer,bigint,real,double precision,boolean,text,bytea,date,uuid,json,jsonb,xml"
                  + ",inet,cidr,macaddr,macaddr8,money,point,line,lseg,box,path,polygon,circle"
                  + ",tsvector,tsquery,int4range,int8range,numrange,tsrange,tstzrange,daterange"
                  + ",int4multirange,int8multirange,nummultirange,tsmultirange,tstzmultirange"
                  + ",datemultirange")
              .split(","));

  public SqlType {
    modifiers = List.copyOf(modifiers);
  }

  /** The type that the text names; empty for one that is not on the list. */
  public static Optional<SqlType> parse(String text) {
    try {
      return parse(SqlScanner.scan(text));
    } catch (SqlNotReadable | NumberFormatException notAType) {
      return Optional.empty();
    }
  }

  private static Optional<SqlType> parse(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    List<Integer> modifiers = new ArrayList<>();
    int at = 0;
    boolean open = false;
    for (; at < tokens.size() && !tokens.get(at).isSign('['); at++) {
      Token token = tokens.get(at);
      if (token.kind() == Token.Kind.WORD && !open) {
        words.add(token.name());
      } else if (token.isSign('(') && modifiers.isEmpty() && !open) {
        open = true;
      } else if (open && token.kind() == Token.Kind.NUMBER) {
        modifiers.add(Integer.valueOf(token.text()));
      } else if (open && token.isSign(')')) {
        open = false;
      } else if (!(open && token.isSign(',') && modifiers.size() == 1)) {
        return Optional.empty();
      }
    }
    int rest = tokens.size() - at;
    boolean array = rest == 2 && tokens.get(at + 1).isSign(']');
    if (open || rest != 0 && !array) {
      return Optional.empty();
    }
    return of(String.join(" ", words), modifiers, array);
  }

  private static Optional<SqlType> of(String words, List<Integer> modifiers, boolean array) {
    String base = ALIASES.getOrDefault(words, words);
    int count = modifiers.size();
    if (base.equals("numeric")) {
      boolean good =
          count == 0
              || modifiers.get(0) >= 1
                  && modifiers.get(0) <= 1000
                  && (count == 1 || modifiers.get(1) <= modifiers.get(0));
      List<Integer> full = count == 1 ? List.of(modifiers.get(0), 0) : modifiers;
      return good ? Optional.of(new SqlType(base, full, array)) : Optional.empty();
    }
    if (LENGTH.contains(base)) {
      boolean fixed = !base.endsWith("varying");
      List<Integer> length = count == 0 && fixed ? List.of(1) : modifiers;
      boolean good =
          count == 0 || count == 1 && modifiers.get(0) >= 1 && modifiers.get(0) <= 10_485_760;
      return good ? Optional.of(new SqlType(base, length, array)) : Optional.empty();
    }
    if (PRECISION.contains(base)) {
      boolean good = count == 0 || count == 1 && modifiers.get(0) <= 6;
      return good ? Optional.of(new SqlType(base, modifiers, array)) : Optional.empty();
    }
    return count == 0 && PLAIN.contains(base)
        ? Optional.of(new SqlType(base, modifiers, array))
        : Optional.empty();
  }

  /** As {@code format_type()} writes it. */
  public String text() {
    String inside =
        modifiers.isEmpty()
            ? ""
            : modifiers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    int zone = PRECISION.contains(base) ? base.indexOf(" with") : -1;
    String name =
        zone < 0 ? base + inside : base.substring(0, zone) + inside + base.substring(zone);
    return array ? name + "[]" : name;
  }
}
