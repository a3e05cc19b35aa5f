package org.freehold.projects;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import java.util.List;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;

/** Reads records as the edge does. */
public final class Reading {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  private Reading() {}

  public static <T extends Record> T of(Class<T> type, String json) {
    return READER.read(type, JsonText.parseObject(json));
  }

  /** The pointers of all faults; empty when it can be read. */
  public static List<String> faults(Class<? extends Record> type, String json) {
    Invalid invalid = catchThrowableOfType(Invalid.class, () -> of(type, json));
    return invalid == null ? List.of() : invalid.faults().stream().map(Fault::pointer).toList();
  }
}
