package org.freehold.launcher.folder;

/** Freehold cannot go on: one sentence that says why, and one that says what to do. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String why, String whatToDo) {
    super(why + " " + whatToDo);
  }

  public Refused(String why, String whatToDo, Throwable cause) {
    super(why + " " + whatToDo, cause);
  }
}
