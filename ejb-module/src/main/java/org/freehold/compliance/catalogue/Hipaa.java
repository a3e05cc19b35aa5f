package org.freehold.compliance.catalogue;

import static org.freehold.compliance.catalogue.Control.of;

import java.util.List;

/** Whether a specification is required or addressable is data: a proposed rule would end it. */
final class Hipaa {
  private static final String R = "required";
  private static final String A = "addressable";

  private Hipaa() {}

  static final List<Control> CONTROLS =
      List.of(
          of("164.308(a)(1)(ii)(D)", "System activity is reviewed", "Q12", "Q05").binding(R),
          of("164.308(a)(3)(ii)(C)", "Access ends with the work", "Q16").binding(A),
          of("164.308(a)(4)(ii)(B)", "Access is authorised", "Q18").binding(A),
          of("164.308(a)(4)(ii)(C)", "Access is set up and changed by rule", "Q07", "Q15")
              .binding(A),
          of("164.308(a)(5)(ii)(C)", "Sign-ins are watched", "Q06").binding(A),
          of("164.308(a)(6)(ii)", "Incidents are answered and documented", "Q26").binding(R),
          of("164.308(a)(7)(ii)(A)", "Data is backed up", "Q24").binding(R),
          of("164.308(a)(7)(ii)(B)", "Lost data can be restored", "Q25").binding(R),
          of("164.308(a)(7)(ii)(D)", "Contingency plans are tested", "Q25").binding(A),
          of("164.308(a)(8)", "Safeguards are evaluated from time to time", "R01", "Q27"),
          of("164.312(a)(1)", "Only who may gets access", "Q06", "Q33"),
          of("164.312(a)(2)(i)", "Everybody has an identity of their own", "Q17").binding(R),
          of("164.312(a)(2)(ii)", "There is access in an emergency", "Q32").binding(R),
          of("164.312(a)(2)(iii)", "Idle sessions end", "Q20").binding(A),
          of("164.312(a)(2)(iv)", "Data is encrypted", "Q23").binding(A),
          of("164.312(b)", "Activity is recorded and examined", "Q01", "Q02", "Q04"),
          of("164.312(c)(1)", "Data is kept from improper change", "Q10"),
          of("164.312(c)(2)", "Improper change can be shown", "Q10").binding(A),
          of("164.312(d)", "People are who they say they are", "Q19"),
          of("164.316(b)(1)(ii)", "Actions that must be recorded are", "Q13"),
          of("164.316(b)(2)(i)", "Records are kept for six years", "Q13").binding(R),
          of("164.410", "Business associates tell of breaches", "Q26"),
          of("164.528", "Disclosures are accounted for", "Q31"));
}
