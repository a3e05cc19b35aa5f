package org.freehold.platform.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;

/**
 * Reads one member of a greater object, whatever kind of value it is, into a record that has only
 * this member. Pointers begin below the member.
 */
public record SectionReader<T extends Record>(RecordReader reader, String name, Class<T> type) {
  public T read(JsonValue section) {
    JsonObject within = JsonText.PROVIDER.createObjectBuilder().add(name, section).build();
    try {
      return reader.read(type, within);
    } catch (Invalid e) {
      throw new Invalid(e.faults().stream().map(this::below).toList());
    }
  }

  private Fault below(Fault fault) {
    return new Fault(fault.pointer().substring(name.length() + 1), fault.code(), fault.detail());
  }
}
