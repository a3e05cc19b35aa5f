package org.freehold.launcher.database;

import java.nio.file.Path;
import java.util.Locale;
import org.freehold.launcher.folder.Refused;

/** Recognises a full disk in what the system and PostgreSQL say (ENOSPC). */
final class NoSpace {
  private NoSpace() {}

  static boolean in(String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains("no space left on device");
  }

  static Refused refused(Path where) {
    return new Refused(
        "The disk of " + where + " is full.",
        "Free some space and start again, or give a folder on another disk with --data.");
  }
}
