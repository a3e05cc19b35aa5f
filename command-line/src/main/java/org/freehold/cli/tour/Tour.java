package org.freehold.cli.tour;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.freehold.cli.rest.Failure;

/** Plays the story; a chapter that fails does not keep the ones after it from being tried. */
public final class Tour {
  private final Visit visit;

  /** The token is of an administrator of the installation; {@code slug} is not used yet. */
  public Tour(String server, PrintWriter out, String slug, String token, String demoPassword) {
    this.visit = new Visit(server, out, slug, token, demoPassword);
  }

  /** Whether everything held. */
  public boolean play() {
    PrintWriter out = visit.out();
    List<String> summary = new ArrayList<>();
    boolean held = true;
    int number = 0;
    for (Step step : Story.steps()) {
      number++;
      out.println(number + ". " + step.title());
      String failure = played(step);
      held &= failure.isEmpty();
      String result = failure.isEmpty() ? "held  " : "FAILED";
      summary.add("%2d  %s  %s".formatted(number, result, step.title()));
      out.println(failure.isEmpty() ? "" : "  FAILED: " + failure + "\n");
    }
    summary.forEach(out::println);
    out.println(held ? "Everything held." : "Not everything held.");
    out.flush();
    return held;
  }

  private String played(Step step) {
    try {
      step.play().accept(visit);
      return "";
    } catch (Failure e) {
      return Masked.text(e.getMessage().strip());
    }
  }
}
