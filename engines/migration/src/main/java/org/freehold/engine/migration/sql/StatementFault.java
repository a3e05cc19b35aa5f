package org.freehold.engine.migration.sql;

import java.util.Optional;

/**
 * Why a statement is refused.
 *
 * @param rule of the catalogue of rules; 0 for none
 */
public record StatementFault(int rule, String detail) {
  static Optional<StatementFault> of(int rule, String detail) {
    return Optional.of(new StatementFault(rule, detail));
  }
}
