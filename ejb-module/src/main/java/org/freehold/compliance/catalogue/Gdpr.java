package org.freehold.compliance.catalogue;

import static org.freehold.compliance.catalogue.Control.of;

import java.util.List;

/** Articles and paragraphs. */
final class Gdpr {
  private Gdpr() {}

  static final List<Control> CONTROLS =
      List.of(
          of("5(1)(e)", "Data is kept no longer than needed", "Q13"),
          of("5(1)(f)", "Data is kept whole and confidential", "Q10", "Q33"),
          of("5(2)", "Compliance can be shown", "R01", "Q02"),
          of("7(1)", "Consent can be shown", "Q29"),
          of("7(3)", "Consent can be withdrawn", "Q29"),
          of("12(3)", "Requests are answered within a month", "Q28"),
          of("15(1)", "People learn what is done with their data", "Q28", "Q31", "Q04"),
          of("15(3)", "People get a copy of their data", "Q28", "Q31", "Q04"),
          of("16", "Wrong data is corrected", "Q28"),
          of("17(1)", "Data is erased when it must be", "Q28", "Q34"),
          of("17(3)(b)", "Erasure gives way to legal duties", "Q28", "Q34"),
          of("17(3)(e)", "Erasure gives way to legal claims", "Q28", "Q34"),
          of("18", "Processing is restricted when it must be", "Q28"),
          of("19", "Recipients are told of corrections and erasures", "Q28", "Q31"),
          of("20(1)", "People can take their data along", "Q28"),
          of("25(1)", "Protection is built in", "Q22"),
          of("25(2)", "Protection is the default", "Q22"),
          of("28(3)(a)", "Processors follow instructions", "Q33"),
          of("28(3)(e)", "Processors help with requests", "Q28"),
          of("28(3)(f)", "Processors help with security and breaches", "Q28"),
          of("28(3)(g)", "Processors return or delete at the end", "Q34"),
          of("28(3)(h)", "Processors show that they comply", "R02", "Q10"),
          of("30(1)", "Controllers keep a record of processing", "Q30"),
          of("30(2)", "Processors keep a record of processing", "Q30"),
          of("32(1)(a)", "Data is pseudonymised and encrypted", "Q23"),
          of("32(1)(b)", "Systems stay confidential, whole and available", "Q10"),
          of("32(1)(c)", "Data can be restored in time", "Q25"),
          of("32(1)(d)", "Measures are tested", "Q27"),
          of("32(4)", "People act on instruction only", "Q33"),
          of("33(1)", "Breaches are notified within 72 hours", "Q26"),
          of("33(2)", "Processors tell controllers of breaches", "Q26"),
          of("33(5)", "Breaches are documented", "Q26"),
          of("34(1)", "People are told of breaches that endanger them", "Q26"));
}
