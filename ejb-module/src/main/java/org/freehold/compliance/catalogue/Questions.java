package org.freehold.compliance.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All questions by their ids. */
public final class Questions {
  private static final Map<String, Question> BY_ID = new TreeMap<>();

  static {
    Stream.of(
            TrailQuestions.ALL,
            WatchQuestions.ALL,
            AccessQuestions.ALL,
            ChangeQuestions.ALL,
            OpenQuestions.ALL)
        .flatMap(List::stream)
        .forEach(question -> BY_ID.put(question.id(), question));
  }

  private Questions() {}

  public static Collection<Question> all() {
    return List.copyOf(BY_ID.values());
  }

  /** An IllegalArgumentException when there is none: a control names one that is not written. */
  public static Question byId(String id) {
    Question found = BY_ID.get(id);
    if (found == null) {
      throw new IllegalArgumentException("There is no question " + id);
    }
    return found;
  }

  /** Those that the controls name, each once, by id. */
  public static List<Question> of(List<Control> controls) {
    Map<String, Question> named = new LinkedHashMap<>();
    controls.stream()
        .flatMap(control -> control.questions().stream())
        .distinct()
        .sorted()
        .forEach(id -> named.put(id, byId(id)));
    return List.copyOf(named.values());
  }
}
