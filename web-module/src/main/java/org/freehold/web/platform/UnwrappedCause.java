package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.freehold.platform.Problem;
import org.freehold.platform.persistence.Overtaken;

/**
 * Finds the problem inside what a container wrapped around it; that somebody else was faster is one
 * too, wherever the database told it.
 */
@ApplicationScoped
public class UnwrappedCause {
  public Optional<Problem> problemIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return Optional.of(problem);
      }
    }
    return Overtaken.conflictIn(failure).map(Problem.class::cast);
  }
}
