package org.freehold.web.platform;

import java.util.Map;
import org.freehold.platform.Problem;

/** The path is there, and does not take the method. */
public final class MethodNotAllowed extends Problem implements HeaderedProblem {
  private static final long serialVersionUID = 1;

  private final String allowed;

  /**
   * @param allowed the methods that it takes, with commas between them
   */
  public MethodNotAllowed(String allowed) {
    super(
        405,
        "method_not_allowed",
        "Method Not Allowed",
        "This path does not take this method.",
        "Send " + allowed + ".");
    this.allowed = allowed;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Allow", allowed);
  }
}
