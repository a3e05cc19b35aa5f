/**
 * Journeys through the dashboard in a real Chromium, against a whole server. A journey fails on any
 * console error, violation of the content security policy or failed request that it did not expect.
 */
package org.freehold.browsertests;
