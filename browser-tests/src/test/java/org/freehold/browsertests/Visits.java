package org.freehold.browsertests;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Opens a visit for each journey and, when the journey is over, fails it for what the browser did
 * not like. Of a failed one the last picture and the trace are kept.
 */
final class Visits
    implements ParameterResolver,
        TestExecutionExceptionHandler,
        AfterTestExecutionCallback,
        AfterEachCallback {
  private static final Namespace OURS = Namespace.create(Visits.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Visit.class;
  }

  @Override
  public Visit resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Chromium chromium =
        test.getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent(Thread.currentThread(), of -> new Chromium(), Chromium.class);
    Visit visit = new Visit(chromium.browser());
    test.getStore(OURS).put(Visit.class, visit);
    return visit;
  }

  /** Puts what the browser did not like beside what the journey failed with: it is often why. */
  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    Visit visit = visitOf(test);
    if (visit != null) {
      visit.watch().faults().forEach(fault -> failure.addSuppressed(new AssertionError(fault)));
    }
    throw failure;
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    Visit visit = visitOf(test);
    if (visit == null || test.getExecutionException().isPresent()) {
      return;
    }
    visit.watch().holdsNothing();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Visit visit = visitOf(test);
    if (visit == null) {
      return;
    }
    if (test.getExecutionException().isPresent()) {
      visit.keep(
          Path.of(
              System.getProperty("freehold.journeys"),
              test.getRequiredTestClass().getSimpleName(),
              test.getRequiredTestMethod().getName()));
    }
    visit.close();
  }

  private static Visit visitOf(ExtensionContext test) {
    return test.getStore(OURS).get(Visit.class, Visit.class);
  }
}
