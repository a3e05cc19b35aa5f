package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Validator;
import java.util.function.UnaryOperator;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;

/** What PATCH and PUT make of the fields that are there. */
@ApplicationScoped
public class Merge {
  @Inject private Validator validator;

  /**
   * A JSON merge patch (RFC 7396): absent members stay, null takes away, and the result is checked
   * as a whole.
   */
  public <T extends Record> UnaryOperator<T> patch(Class<T> type, JsonObject mergePatch) {
    return fields -> {
      JsonObject merged =
          JsonText.PROVIDER
              .createMergePatch(mergePatch)
              .apply(JsonText.toObject(fields))
              .asJsonObject();
      return new RecordReader(validator).read(type, merged);
    };
  }

  /** Replaces everything; what is absent takes its default. */
  public <T extends Record> UnaryOperator<T> replace(T fields) {
    return ignored -> fields;
  }
}
