package org.freehold.access.explain;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.access.explain.internal.Answering;
import org.freehold.access.explain.internal.Questions;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SelfCall;

/**
 * Explains decisions: to everybody their own and those of their keys, to who may read roles and
 * policies those of others. A thing that the caller may not see is not there.
 */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class AccessExplanations {
  @Inject private Questions questions;
  @Inject private Answering answering;

  @SelfCall
  public AccessExplanation explain(AccessQuestion question) {
    return answering.answer(
        question.decisionId() == null ? questions.asked(question) : questions.earlier(question));
  }
}
