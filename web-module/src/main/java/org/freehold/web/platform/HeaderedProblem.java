package org.freehold.web.platform;

import java.util.Map;

/** A problem that says something in headers too. */
public interface HeaderedProblem {
  /** By name. */
  Map<String, String> headers();
}
