package org.freehold.access.policies.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.freehold.access.policies.PolicyFields;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.condition.ConditionChecker;
import org.freehold.engine.access.condition.Operator;
import org.freehold.projects.Reading;
import org.junit.jupiter.api.Test;

/** What the document on policies shows can be sent as it stands. */
class PolicyDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "api", "policies.md");

  @Test
  void everyExampleIsAPolicyThatCanBeSaved() throws IOException {
    List<String> examples =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
    for (String example : examples) {
      ConditionReader reader = new ConditionReader();
      PolicyFields policy = Reading.of(PolicyFields.class, example);
      assertThat(
              ConditionChecker.check(
                  AccessAttributes.catalogue(), reader.read(policy.condition(), "")))
          .as(example)
          .isEmpty();
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(PolicySchema.text())
                  .validate(example, InputFormat.JSON))
          .as(example)
          .isEmpty();
    }
  }

  @Test
  void everyOperatorIsInTheDocument() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (Operator operator : Operator.values()) {
      assertThat(document).contains("`" + operator.code() + "`");
    }
  }
}
