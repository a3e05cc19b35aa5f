package org.freehold.platform;

/** The call needs a signed-in caller; the detail never says whether an account exists. */
public final class NotSignedIn extends Problem {
  public NotSignedIn(String code, String detail, String hint) {
    super(401, code, "Not signed in", detail, hint);
  }

  public static NotSignedIn required() {
    return new NotSignedIn(
        "sign_in_required",
        "This needs a signed-in caller.",
        "Send Authorization: Bearer with an access token of POST /api/auth/login.");
  }
}
