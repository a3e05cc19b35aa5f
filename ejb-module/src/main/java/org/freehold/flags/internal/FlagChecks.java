package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.freehold.engine.flags.Finding;
import org.freehold.engine.flags.FlagChecker;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.flags.FlagFields;
import org.freehold.flags.SegmentFields;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireForms;

/** Refuses flags and segments with which something is wrong, each fault with its place. */
@ApplicationScoped
public class FlagChecks {
  /** Characters of a flag's or a segment's JSON. */
  private static final int LARGEST = 65_536;

  private static final int LONGEST_NUMBER = 40;

  @Inject private FlagRepository flags;
  @Inject private SegmentRepository segments;

  /** {@link Invalid} with everything that is wrong; needs the tenant's lock. */
  public void require(TenantId tenant, FlagFields flag) {
    requireStorable(flag);
    if (flag.environments().size() > FlagFields.ENVIRONMENTS) {
      throw Invalid.at(
          "/environments",
          "size",
          "A flag may be different in " + FlagFields.ENVIRONMENTS + " environments.");
    }
    requireFree(flag.key(), "segments");
    List<FlagDefinition> others =
        flags.all(tenant).stream().map(other -> Definitions.of(other.fields())).toList();
    Set<String> known =
        segments.all(tenant).stream().map(FlagSegment::key).collect(Collectors.toSet());
    refuse(FlagChecker.check(Definitions.of(flag), others, known));
  }

  public void require(SegmentFields segment) {
    requireStorable(segment);
    requireFree(segment.key(), "schedule");
    refuse(FlagChecker.check(Definitions.of(segment)));
  }

  /** What is reached by this name is something else. */
  private static void requireFree(String key, String reserved) {
    if (key.equals(reserved)) {
      throw Invalid.at("/key", "reserved", "This key is taken by a path of the API.");
    }
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new Invalid(
          findings.stream()
              .map(one -> new Fault(one.pointer(), one.code(), one.detail()))
              .toList());
    }
  }

  private static void requireStorable(Record fields) {
    String written = JsonText.of(fields);
    if (written.length() > LARGEST) {
      throw Invalid.at("", "size", "This is more than " + LARGEST + " characters of JSON.");
    }
    List<Fault> faults = new ArrayList<>();
    look("", JsonText.parseObject(written), faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void look(String pointer, JsonValue value, List<Fault> faults) {
    if (value instanceof JsonObject object) {
      object.forEach(
          (name, member) -> {
            requireText(pointer, name, faults);
            look(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), member, faults);
          });
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        look(pointer + "/" + i, array.get(i), faults);
      }
    } else if (value instanceof JsonString text) {
      requireText(pointer, text.getString(), faults);
    } else if (value instanceof JsonNumber number && isTooLong(number)) {
      faults.add(
          new Fault(pointer, "number", "A number may have " + LONGEST_NUMBER + " digits here."));
    }
  }

  private static void requireText(String pointer, String text, List<Fault> faults) {
    if (!WireForms.isStorable(text)) {
      faults.add(
          new Fault(
              pointer, "type", "This must be a string of Unicode characters other than NUL."));
    }
  }

  private static boolean isTooLong(JsonNumber number) {
    return number.bigDecimalValue().precision() > LONGEST_NUMBER
        || Math.abs(number.bigDecimalValue().scale()) > LONGEST_NUMBER;
  }
}
