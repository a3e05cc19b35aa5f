package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.access.condition.Attribute;
import org.freehold.engine.access.condition.AttributeType;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.ConditionChecker;
import org.freehold.engine.access.condition.Finding;
import org.freehold.engine.access.condition.Truth;
import org.freehold.engine.access.condition.ValueTest;

/** Turns conditions into predicates; what is known of the tenant is decided here and now. */
final class ConditionCompiler {

  private static final ConditionCompiler OF_ROWS =
      new ConditionCompiler(new TenantFacts(null, null, null));

  private final TenantFacts tenant;

  ConditionCompiler(TenantFacts tenant) {
    this.tenant = tenant;
  }

  /** For tests on rows only. */
  static ConditionCompiler ofRows() {
    return OF_ROWS;
  }

  /** A condition that this version cannot read is unknown: denies apply, allows do not. */
  Predicate compileOrUnknown(Condition condition) {
    if (condition == null) {
      return new Predicate.Constant(Truth.YES);
    }
    boolean readable =
        ConditionChecker.check(AccessAttributes.catalogue(), condition).stream()
            .allMatch(ConditionCompiler::isHarmless);
    return readable ? compile(condition) : new Predicate.Constant(Truth.UNKNOWN);
  }

  /** One that never matches is nonsense, but it can be read. */
  private static boolean isHarmless(Finding finding) {
    return finding.isWarning() || finding.code() == Finding.Code.NEVER_MATCHES;
  }

  Predicate compile(Condition condition) {
    if (condition instanceof Condition.All all) {
      return combined(all.of(), Truth.YES);
    }
    if (condition instanceof Condition.Any any) {
      return combined(any.of(), Truth.NO);
    }
    if (condition instanceof Condition.Not not) {
      Predicate part = compile(not.of());
      return part instanceof Predicate.Constant
          ? new Predicate.Constant(valueOf(part).not())
          : new Predicate.Not(part);
    }
    return test((Condition.Test) condition);
  }

  private Predicate combined(List<Condition> conditions, Truth neutral) {
    Truth known = neutral;
    List<Predicate> open = new ArrayList<>();
    for (Condition condition : conditions) {
      Predicate part = compile(condition);
      if (part instanceof Predicate.Constant) {
        known = neutral == Truth.YES ? known.and(valueOf(part)) : known.or(valueOf(part));
      } else {
        open.add(part);
      }
    }
    if (open.isEmpty() || known == neutral.not()) {
      return new Predicate.Constant(known);
    }
    if (known != neutral) {
      open.add(0, new Predicate.Constant(known));
    }
    if (open.size() == 1) {
      return open.get(0);
    }
    Predicate[] parts = open.toArray(Predicate[]::new);
    return neutral == Truth.YES ? new Predicate.All(parts) : new Predicate.Any(parts);
  }

  private Predicate test(Condition.Test source) {
    Attribute attribute = AccessAttributes.catalogue().find(source.attribute()).orElseThrow();
    ValueTest test = ValueTest.of(attribute, source);
    return switch (attribute.name()) {
      case AccessAttributes.TENANT_STATUS -> new Predicate.Constant(test.on(tenant.status()));
      case AccessAttributes.TENANT_TIER -> new Predicate.Constant(test.on(tenant.tier()));
      default ->
          attribute.type() == AttributeType.NUMBER
              ? new Predicate.Number(AccessAttributes::mfaAge, test)
              : new Predicate.Value(source, AccessAttributes.reader(attribute.name()), test);
    };
  }

  private static Truth valueOf(Predicate constant) {
    return constant.test(null, null, null, null);
  }
}
