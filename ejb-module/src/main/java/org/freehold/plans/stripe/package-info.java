/**
 * Lets Stripe collect what plans cost. Stripe knows what was bought and paid; what a tenant may do
 * is decided here, from what was last seen there. Stripe is never asked inside a transaction, and
 * what it says in an event is not believed but looked up.
 */
package org.freehold.plans.stripe;
