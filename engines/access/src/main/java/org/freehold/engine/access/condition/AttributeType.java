package org.freehold.engine.access.condition;

import static org.freehold.engine.access.condition.Operator.CONTAINS_ALL;
import static org.freehold.engine.access.condition.Operator.CONTAINS_ANY;
import static org.freehold.engine.access.condition.Operator.CONTAINS_NONE;
import static org.freehold.engine.access.condition.Operator.ENDS_WITH;
import static org.freehold.engine.access.condition.Operator.EQ;
import static org.freehold.engine.access.condition.Operator.EXISTS;
import static org.freehold.engine.access.condition.Operator.GE;
import static org.freehold.engine.access.condition.Operator.GT;
import static org.freehold.engine.access.condition.Operator.IN;
import static org.freehold.engine.access.condition.Operator.IN_NETWORK;
import static org.freehold.engine.access.condition.Operator.LE;
import static org.freehold.engine.access.condition.Operator.LT;
import static org.freehold.engine.access.condition.Operator.MISSING;
import static org.freehold.engine.access.condition.Operator.NE;
import static org.freehold.engine.access.condition.Operator.NOT_IN;
import static org.freehold.engine.access.condition.Operator.NOT_IN_NETWORK;
import static org.freehold.engine.access.condition.Operator.NOT_WITHIN;
import static org.freehold.engine.access.condition.Operator.STARTS_WITH;
import static org.freehold.engine.access.condition.Operator.WITHIN;

import java.util.EnumSet;
import java.util.Set;

/** What an attribute holds, and so which operators it takes besides exists and missing. */
public enum AttributeType {
  /** Compared letter by letter. */
  TEXT(EQ, NE, IN, NOT_IN, STARTS_WITH, ENDS_WITH),
  /** One of an ordered list, the least first. */
  LEVEL(EQ, NE, IN, NOT_IN, LT, LE, GT, GE),
  NUMBER(EQ, NE, LT, LE, GT, GE),
  FLAG(EQ, NE),
  /** A UUID, or an id of somebody else's system. */
  ID(EQ, NE, IN, NOT_IN),
  /** A set of texts. */
  SET(CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE),
  /** A set of ids. */
  IDS(CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE),
  /** An IPv4 or IPv6 address, compared with networks. */
  ADDRESS(IN_NETWORK, NOT_IN_NETWORK),
  /** A moment, compared with weekly windows. */
  MOMENT(WITHIN, NOT_WITHIN),
  /** Text, a number, a flag or a set of texts: what it is compared with says which. */
  OPEN(
      EQ,
      NE,
      IN,
      NOT_IN,
      LT,
      LE,
      GT,
      GE,
      STARTS_WITH,
      ENDS_WITH,
      CONTAINS_ANY,
      CONTAINS_ALL,
      CONTAINS_NONE);

  private final Set<Operator> operators;

  AttributeType(Operator... operators) {
    this.operators = EnumSet.of(EXISTS, MISSING);
    this.operators.addAll(Set.of(operators));
  }

  public Set<Operator> operators() {
    return Set.copyOf(operators);
  }

  boolean takes(Operator operator) {
    return operators.contains(operator);
  }
}
