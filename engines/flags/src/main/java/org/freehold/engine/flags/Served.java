package org.freehold.engine.flags;

import org.freehold.engine.flags.FlagContext.Attribute;

/** A compiled {@link Serve}: every answer that it can give is made already. */
final class Served {
  private final Evaluation[] answers;

  /** The first bucket that is no longer the answer's. */
  private final int[] ends;

  private final Attribute bucketBy;
  private final String salt;

  Served(Evaluation[] answers, int[] ends, Attribute bucketBy, String salt) {
    this.answers = answers;
    this.ends = ends;
    this.bucketBy = bucketBy;
    this.salt = salt;
  }

  Evaluation to(FlagContext context) {
    if (answers.length == 1) {
      return answers[0];
    }
    int bucket = bucket(context);
    int at = 0;
    while (bucket >= ends[at]) {
      at++;
    }
    return answers[at];
  }

  /** Null when all get the same. */
  Integer bucketTold(FlagContext context) {
    return answers.length == 1 ? null : Integer.valueOf(bucket(context));
  }

  String bucketBy() {
    return bucketBy.name();
  }

  /** From 0 to {@link Share#WHOLE}; by the targeting key where there is no such attribute. */
  private int bucket(FlagContext context) {
    Object value = context.get(bucketBy);
    String text = value instanceof String given ? given : textOf(value, context);
    return Buckets.prepared(salt, text);
  }

  private static String textOf(Object value, FlagContext context) {
    boolean told = value instanceof Number || value instanceof Boolean;
    return told ? value.toString() : context.targetingKey();
  }
}
