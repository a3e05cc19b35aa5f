package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.freehold.platform.Problem;

/** Finds the problem inside what a container wrapped around it. */
@ApplicationScoped
public class UnwrappedCause {
  public Optional<Problem> problemIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }
}
