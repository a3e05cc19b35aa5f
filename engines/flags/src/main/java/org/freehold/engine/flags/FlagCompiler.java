package org.freehold.engine.flags;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.engine.flags.FlagContext.Attribute;

/** Compiles the flags of an environment, those first that others need. */
final class FlagCompiler {
  private static final CompiledFlag.Needed[] NOTHING = {};

  private final String environment;
  private final Map<String, FlagDefinition> definitions;
  private final ConditionCompiler conditions;
  private final Map<String, CompiledFlag> compiled = new HashMap<>();

  FlagCompiler(String environment, List<FlagDefinition> flags, Map<String, Predicate> segments) {
    this.environment = environment;
    this.definitions =
        flags.stream().collect(Collectors.toMap(FlagDefinition::key, Function.identity()));
    this.conditions = new ConditionCompiler(segments);
  }

  Map<String, CompiledFlag> all() {
    definitions.keySet().forEach(this::one);
    return compiled;
  }

  /** Null for one that is not there. Terminates: circles are refused when flags are saved. */
  private CompiledFlag one(String key) {
    CompiledFlag known = compiled.get(key);
    FlagDefinition definition = definitions.get(key);
    if (known != null || definition == null) {
      return known;
    }
    CompiledFlag flag = compile(definition);
    compiled.put(key, flag);
    return flag;
  }

  private CompiledFlag compile(FlagDefinition flag) {
    Targeting targeting = flag.in(environment);
    List<Rule> rules = targeting.rules();
    CompiledFlag.Needed[] needed = needed(flag);
    return new CompiledFlag(
        compiled.size(),
        targeting.enabled(),
        answer(flag, flag.offVariant(), Reason.DISABLED, null),
        answer(flag, flag.offVariant(), Reason.DEFAULT, null),
        needed,
        rules.stream().map(rule -> compile(flag, rule)).toArray(CompiledFlag.CompiledRule[]::new),
        served(
            flag,
            targeting.otherwise(),
            rules.isEmpty() && flag.prerequisites().isEmpty() ? Reason.STATIC : Reason.DEFAULT,
            null));
  }

  private CompiledFlag.Needed[] needed(FlagDefinition flag) {
    return flag.prerequisites().isEmpty()
        ? NOTHING
        : flag.prerequisites().stream()
            .map(one -> new CompiledFlag.Needed(one.flag(), one(one.flag()), one.variants()))
            .toArray(CompiledFlag.Needed[]::new);
  }

  private CompiledFlag.CompiledRule compile(FlagDefinition flag, Rule rule) {
    return new CompiledFlag.CompiledRule(
        rule.id(),
        conditions.all(rule.conditions()),
        millis(rule.notBefore(), Long.MIN_VALUE),
        millis(rule.expires(), Long.MAX_VALUE),
        served(flag, rule.serve(), Reason.TARGETING_MATCH, rule.id()));
  }

  private static long millis(Instant moment, long otherwise) {
    return moment == null ? otherwise : moment.toEpochMilli();
  }

  private static Served served(FlagDefinition flag, Serve serve, Reason reason, String rule) {
    String bucketBy = flag.bucketBy() == null ? FlagContext.TENANT : flag.bucketBy();
    Attribute attribute = Attribute.named(bucketBy);
    String salt = flag.salt() + ":";
    if (serve.split().isEmpty()) {
      Evaluation[] only = {answer(flag, serve.variant(), reason, rule)};
      return new Served(only, new int[] {Share.WHOLE}, attribute, salt);
    }
    List<Share> split = serve.split().stream().filter(share -> share.weight() > 0).toList();
    Evaluation[] answers = new Evaluation[split.size()];
    int[] ends = new int[split.size()];
    int end = 0;
    for (int i = 0; i < answers.length; i++) {
      answers[i] = answer(flag, split.get(i).variant(), Reason.SPLIT, rule);
      end += split.get(i).weight();
      ends[i] = end;
    }
    return new Served(answers, ends, attribute, salt);
  }

  private static Evaluation answer(
      FlagDefinition flag, String variant, Reason reason, String rule) {
    Object value =
        flag.variants().stream()
            .filter(one -> one.name().equals(variant))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No variant " + variant))
            .value();
    return new Evaluation(flag.key(), flag.type(), variant, value, reason, rule);
  }
}
