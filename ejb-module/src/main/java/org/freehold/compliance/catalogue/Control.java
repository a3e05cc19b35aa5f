package org.freehold.compliance.catalogue;

import java.util.List;

/**
 * A control of a framework.
 *
 * @param id exactly as the framework has it
 * @param title in our words
 * @param requirement whom it binds, where the framework tells: {@code required}, {@code
 *     addressable}, {@code service providers}; else null
 * @param questions the ids of those that are its evidence
 */
public record Control(String id, String title, String requirement, List<String> questions) {
  public Control {
    questions = List.copyOf(questions);
  }

  static Control of(String id, String title, String... questions) {
    return new Control(id, title, null, List.of(questions));
  }

  Control binding(String whom) {
    return new Control(id, title, whom, questions);
  }
}
