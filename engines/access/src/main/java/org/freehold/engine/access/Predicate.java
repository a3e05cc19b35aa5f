package org.freehold.engine.access;

import java.util.Arrays;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Truth;
import org.freehold.engine.access.condition.ValueTest;

/** A compiled condition. Asking it allocates nothing. */
abstract sealed class Predicate {

  abstract Truth test(Subject subject, Action action, ResourceFacts facts, Environment env);

  /** What remains of it for rows of a kind when everything but the row is known. */
  abstract RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env);

  static final class Constant extends Predicate {
    private final Truth truth;

    Constant(Truth truth) {
      this.truth = truth;
    }

    @Override
    Truth test(Subject subject, Action action, ResourceFacts facts, Environment env) {
      return truth;
    }

    @Override
    RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
      return RowRule.known(truth);
    }
  }

  static final class Value extends Predicate {
    private final Condition.Test source;
    private final AttributeReader reader;
    private final ValueTest test;

    Value(Condition.Test source, AttributeReader reader, ValueTest test) {
      this.source = source;
      this.reader = reader;
      this.test = test;
    }

    @Override
    Truth test(Subject subject, Action action, ResourceFacts facts, Environment env) {
      return test.on(reader.read(subject, action, facts, env));
    }

    @Override
    RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
      if (source.attribute().equals(AccessAttributes.RESOURCE_TYPE)) {
        return RowRule.known(test.on(kind.name()));
      }
      return source.attribute().startsWith(AccessAttributes.RESOURCE)
          ? new RowRule.Row(source)
          : RowRule.known(test(subject, action, null, env));
    }
  }

  static final class Number extends Predicate {
    private final AttributeReader.OfNumber reader;
    private final ValueTest test;

    Number(AttributeReader.OfNumber reader, ValueTest test) {
      this.reader = reader;
      this.test = test;
    }

    @Override
    Truth test(Subject subject, Action action, ResourceFacts facts, Environment env) {
      return test.on(reader.read(subject, action, facts, env));
    }

    @Override
    RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
      return RowRule.known(test(subject, action, null, env));
    }
  }

  static final class All extends Predicate {
    private final Predicate[] parts;

    All(Predicate[] parts) {
      this.parts = parts;
    }

    @Override
    Truth test(Subject subject, Action action, ResourceFacts facts, Environment env) {
      Truth truth = Truth.YES;
      for (Predicate part : parts) {
        truth = truth.and(part.test(subject, action, facts, env));
        if (truth == Truth.NO) {
          return truth;
        }
      }
      return truth;
    }

    @Override
    RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
      return RowRule.all(
          Arrays.stream(parts).map(part -> part.residual(subject, action, kind, env)).toList());
    }
  }

  static final class Any extends Predicate {
    private final Predicate[] parts;

    Any(Predicate[] parts) {
      this.parts = parts;
    }

    @Override
    Truth test(Subject subject, Action action, ResourceFacts facts, Environment env) {
      Truth truth = Truth.NO;
      for (Predicate part : parts) {
        truth = truth.or(part.test(subject, action, facts, env));
        if (truth == Truth.YES) {
          return truth;
        }
      }
      return truth;
    }

    @Override
    RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
      return RowRule.any(
          Arrays.stream(parts).map(part -> part.residual(subject, action, kind, env)).toList());
    }
  }

  static final class Not extends Predicate {
    private final Predicate part;

    Not(Predicate part) {
      this.part = part;
    }

    @Override
    Truth test(Subject subject, Action action, ResourceFacts facts, Environment env) {
      return part.test(subject, action, facts, env).not();
    }

    @Override
    RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
      return RowRule.not(part.residual(subject, action, kind, env));
    }
  }
}
