package org.freehold.launcher.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the start of the server went, from the lines of its log. It says "ready in" even when the
 * application could not be deployed, and then serves nothing but 404.
 */
final class StartReport {
  private static final int ENOUGH_REASONS = 6;
  private static final int LONGEST = 400;
  private static final Pattern RECORD =
      Pattern.compile("^\\[\\d{4}-\\S+] .*\\[(SEVERE|WARNING|INFO|FINE\\w*)].*");
  private static final Pattern MESSAGE = Pattern.compile(".*\\[levelValue: \\d+] (.*)$");

  private static final Pattern EXCEPTION =
      Pattern.compile("^(Caused by: )?[\\w.]+\\.\\w*(Exception|Error|Refused)\\b.*");

  private final List<String> reasons = new ArrayList<>();
  private String lastException = "";
  private boolean ready;
  private boolean inSevere;

  synchronized void see(String line) {
    Matcher record = RECORD.matcher(line);
    if (EXCEPTION.matcher(line).matches()) {
      lastException = shortened(line);
    }
    if (record.matches()) {
      inSevere = record.group(1).equals("SEVERE");
      ready |= line.contains("PayaraMicro") && line.contains(" ready in ");
      Matcher message = MESSAGE.matcher(line);
      if (inSevere && message.matches()) {
        keep(message.group(1));
      }
    } else if (inSevere && !line.startsWith("\tat ") && !line.contains("Stacktrace")) {
      keep(line);
    }
  }

  private void keep(String text) {
    String reason = text.replace("[[", "").replace("]]", "").strip();
    if (!reason.isEmpty() && reasons.size() < ENOUGH_REASONS && !reasons.contains(reason)) {
      reasons.add(shortened(reason));
    }
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** Whether the server believes that its start is over. */
  synchronized boolean saysReady() {
    return ready;
  }

  /** The first lines of what it called severe, or else the last exception, or nothing. */
  synchronized List<String> reasons() {
    if (reasons.isEmpty() && !lastException.isEmpty()) {
      return List.of(lastException);
    }
    return List.copyOf(reasons);
  }
}
