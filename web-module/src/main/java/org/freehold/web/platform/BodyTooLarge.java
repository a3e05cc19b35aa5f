package org.freehold.web.platform;

import org.freehold.platform.Problem;

/** The body of a request is longer than this installation takes. */
public final class BodyTooLarge extends Problem {
  BodyTooLarge(long most) {
    super(
        413,
        "body_too_large",
        "Body too large",
        "The body is longer than " + most + " bytes.",
        "Send less at a time; the operator sets the limit with FREEHOLD_LIMITS_BODY_BYTES.");
  }
}
