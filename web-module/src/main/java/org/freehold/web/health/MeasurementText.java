package org.freehold.web.health;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freehold.platform.Measurement;

/** Measurements of features in the text format of Prometheus, version 0.0.4. */
final class MeasurementText {
  private MeasurementText() {}

  static String of(List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    String last = null;
    for (Measurement one : measurements) {
      if (!one.name().equals(last)) {
        text.append("# HELP ").append(one.name()).append(' ').append(one.help()).append('\n');
        text.append("# TYPE ").append(one.name()).append(one.rising() ? " counter\n" : " gauge\n");
        last = one.name();
      }
      text.append(one.name()).append(labels(one.labels())).append(' ');
      text.append(one.value()).append('\n');
    }
    return text.toString();
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : labels.entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
            .sorted()
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
