package org.freehold.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.platform.Problem.Fault;

/**
 * The parts of a body that have no shape: all texts and names in them, however deep, are such as
 * can be stored. A name is told by the object that has it.
 */
final class FreeJson {
  private FreeJson() {}

  static void look(String pointer, JsonValue value, List<Fault> faults) {
    if (value instanceof JsonObject object) {
      object.forEach(
          (name, member) -> {
            text(pointer, name, faults);
            look(pointer + "/" + RecordReader.escape(name), member, faults);
          });
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        look(pointer + "/" + i, array.get(i), faults);
      }
    } else if (value instanceof JsonString text) {
      text(pointer, text.getString(), faults);
    }
  }

  /** A text or a name at its place. */
  static void text(String pointer, String text, List<Fault> faults) {
    if (!WireForms.isStorable(text)) {
      faults.add(
          new Fault(pointer, "type", "Names and texts are of Unicode characters other than NUL."));
    }
  }
}
