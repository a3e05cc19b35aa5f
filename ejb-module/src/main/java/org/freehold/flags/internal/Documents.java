package org.freehold.flags.internal;

import jakarta.json.JsonObject;
import jakarta.validation.Validation;
import org.freehold.flags.FlagFields;
import org.freehold.flags.SegmentFields;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;

/** Flags and segments as they are kept: the JSON that is also on the wire. */
public final class Documents {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  private Documents() {}

  static String written(Record fields) {
    return JsonText.of(fields);
  }

  static FlagFields flag(String document) {
    return READER.read(FlagFields.class, JsonText.parseObject(document));
  }

  static SegmentFields segment(String document) {
    return READER.read(SegmentFields.class, JsonText.parseObject(document));
  }

  /** The flag after a merge patch (RFC 7396); {@link org.freehold.platform.Invalid} for no flag. */
  public static FlagFields patched(FlagFields flag, JsonObject patch) {
    JsonObject merged =
        JsonText.PROVIDER
            .createMergePatch(patch)
            .apply(JsonText.toObject(flag.withoutReason()))
            .asJsonObject();
    return READER.read(FlagFields.class, merged);
  }
}
